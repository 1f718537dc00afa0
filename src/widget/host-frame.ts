import { createCalls } from './calls';
import type { Calls } from './calls';
import type { PalateEventName, Selection } from './events';
import { heard, isFrameMessage, say, version } from './protocol';
import type { FrameMessage, PageMessage } from './protocol';
import { wishesOf } from './wishes';

/** A frame in a page, as the page sees it. */
export interface HostFrame {
  readonly call: Calls['call'];
  /** Asks for the list anew. */
  refresh(): void;
}

const firstHeight = '320';
/** How long a frame that has loaded may be silent, in ms. */
const patience = 5000;

/** Puts a frame behind `script`; `onChange` is told when the frame remembers something else than before. */
export function createFrame(script: HTMLScriptElement, onChange: () => void): HostFrame {
  const address = new URL('embed.html', script.src);
  const { origin } = address;
  address.hash = encodeURIComponent(location.origin);
  const frame = drawFrame(script);
  let hasLoaded = () => {};
  const loaded = new Promise<void>((resolve) => (hasLoaded = resolve));
  // Nobody is spoken to before it has spoken; the frame asks for nothing but to be shown.
  const tell = async (message: PageMessage) => {
    await loaded;
    if (frame.contentWindow) say({ window: frame.contentWindow, origin }, message);
  };
  const show = () => {
    frame.style.colorScheme = script.dataset.theme ?? 'inherit'; // else it is not transparent
    return tell(wishesOf(script));
  };
  const calls = createCalls((id, call) => void tell({ type: 'call', id, ...call }));

  function obey(message: FrameMessage): void {
    if (message.type === 'loaded') {
      hasLoaded();
      void show();
    }
    if (message.type === 'size') frame.style.height = `${message.height}px`;
    if (message.type === 'changed') onChange();
    if (message.type === 'event') passOn(frame, script, message.name, message.detail);
    calls.settle(message);
  }

  window.addEventListener('message', (event) => {
    if (!frame.contentWindow) return;
    const said = heard(event, { window: frame.contentWindow, origin });
    if (said !== null && isFrameMessage(said)) obey(said);
    else if (said !== null && said.palate !== version) complain(frame, otherVersion(origin));
  });
  new MutationObserver(() => void show()).observe(script, { attributes: true });
  watchPolicy(frame, origin);
  watchSilence(frame, origin, loaded);
  frame.src = address.href;
  script.after(frame);
  return { call: calls.call, refresh: () => void tell({ type: 'refresh' }) };
}

function drawFrame({ dataset }: HTMLScriptElement): HTMLIFrameElement {
  const { height = firstHeight, title = 'Recommendations' } = dataset;
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.loading = 'lazy';
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
  Object.assign(frame.style, {
    display: 'block',
    // The frame keeps 4 px around its list, for what rises or is outlined there.
    width: 'calc(100% + 8px)',
    marginInline: '-4px',
    height: `${height}px`,
    border: '0',
  });
  return frame;
}

/** Tells the page what happened in the frame, and goes where a choice leads, unless the page prevents it. */
function passOn(
  frame: HTMLIFrameElement,
  { dataset: { itemUrl } }: HTMLScriptElement,
  name: PalateEventName,
  detail: unknown,
): void {
  const event = new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true });
  if (!frame.dispatchEvent(event) || name !== 'palate-select' || itemUrl === undefined) return;
  const { item } = detail as Selection;
  location.assign(itemUrl.replaceAll('{item}', () => encodeURIComponent(item)));
}

function complain(frame: HTMLIFrameElement, message: string): void {
  console.error(`palate-embed.js: ${message}`);
  const detail = { name: 'EmbedError', message };
  frame.dispatchEvent(new CustomEvent('palate-error', { detail, bubbles: true, composed: true }));
}

function otherVersion(origin: string): string {
  return `${origin} speaks another version of the protocol. Take palate-embed.js from there.`;
}

/** Says what to add where the page's own policy keeps the frame out. */
function watchPolicy(frame: HTMLIFrameElement, origin: string): void {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    if (effectiveDirective !== 'frame-src' || !blockedURI.startsWith(origin)) return;
    const what = "This page's Content-Security-Policy keeps the frame out.";
    complain(frame, `${what} Add the directive frame-src ${origin} to it.`);
  });
}

/** Says what to look at where the frame's server gave something else, or lets nobody show it. */
function watchSilence(frame: HTMLIFrameElement, origin: string, loaded: Promise<void>): void {
  frame.addEventListener('load', () => {
    const what = `${origin} did not answer. See that it serves embed.html`;
    const timer = setTimeout(
      () => complain(frame, `${what}, and that its frame-ancestors name ${location.origin}.`),
      patience,
    );
    void loaded.then(() => clearTimeout(timer));
  });
}
