/** The inside of the frame that `palate-embed.js` puts into a page: the element, and word of what it does. */
import { observed, toPrecision } from './attributes';
import { createPalate } from './client';
import { eventNames, isEventKind } from './events';
import { PalateRecs } from './index';
import { heard, isPageMessage, say } from './protocol';
import type { Call, FrameMessage, PageMessage, Peer, Surroundings } from './protocol';

/** The page says in the address who it is; the browser sees to it that nobody else hears or speaks. */
const page: Peer = { window: parent, origin: decodeURIComponent(location.hash.slice(1)) };
const tell = (message: FrameMessage) => say(page, message);

const list = new PalateRecs();
/** What is set by the page: not the worker, which is always the one beside this script. */
const allowed = observed.filter((name) => name !== 'worker' && name !== 'item-url');

for (const name of eventNames) {
  list.addEventListener(name, ({ detail }) => tell({ type: 'event', name, detail }));
}
let unwatch = () => {};
list.addEventListener('palate-ready', () => {
  unwatch();
  const precision = toPrecision(list.getAttribute('precision'));
  const palate = createPalate({ bundle: list.src ?? '', precision });
  unwatch = palate.onChange(() => tell({ type: 'changed' }));
});

window.addEventListener('message', (event) => {
  const said = heard(event, page);
  if (said !== null && isPageMessage(said)) obey(said);
});

if (parent !== window && page.origin !== '') {
  new ResizeObserver(() => tell({ type: 'size', height: document.body.offsetHeight })).observe(
    document.body,
  );
  tell({ type: 'loaded' });
}

function obey(message: PageMessage): void {
  if (message.type === 'show') show(message.attributes, message.surroundings);
  if (message.type === 'refresh') list.refresh();
  if (message.type === 'call') void answer(message.id, message);
}

function show(attributes: Readonly<Record<string, string>>, surroundings: Surroundings): void {
  takeOn(surroundings);
  for (const name of allowed) {
    if (Object.hasOwn(attributes, name)) list.setAttribute(name, String(attributes[name]));
    else list.removeAttribute(name);
  }
  document.documentElement.lang = list.lang;
  document.querySelector('main')?.append(list);
}

function takeOn({ scheme, direction, properties }: Surroundings): void {
  const { documentElement } = document;
  documentElement.style.colorScheme = scheme;
  documentElement.dir = direction;
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('--palate-')) documentElement.style.setProperty(name, value);
  }
}

async function answer(id: number, call: Call): Promise<void> {
  try {
    tell({ type: 'answer', id, value: await perform(call) });
  } catch (error) {
    const { name, message } = error as Error;
    tell({ type: 'refusal', id, reason: { name, message } });
  }
}

async function perform(call: Call) {
  if (call.method === 'events') return list.events();
  if (call.method === 'forget') return list.forget();
  const { item, event, recommendationId } = call.event;
  if (!isEventKind(event)) throw new TypeError(`There is no event called ${String(event)}.`);
  const from = recommendationId === undefined ? {} : { recommendationId };
  return list.log({ item: String(item), event, ...from });
}
