/**
 * One `<script src=".../palate-embed.js" data-bundle=…>`: puts a frame from the script's own
 * origin behind itself, and lets the page hear of it. Nothing of the page is read but what the
 * script's attributes and the style of its place say.
 */
import { createFrame } from './host-frame';
import type { HostFrame } from './host-frame';
import type { LoggedEvent, VisitorEvent } from '../visitor-api';

/** What a page can ask of the frames in it. */
export interface PageClient {
  readonly frames: HostFrame[];
  log(event: VisitorEvent): Promise<void>;
  events(): Promise<readonly LoggedEvent[]>;
  forget(): Promise<void>;
}

/** All frames are of one origin, and so is what they remember: the first answers for all. */
function createClient(): PageClient {
  const frames: HostFrame[] = [];
  return {
    frames,
    log: async (event) => void (await frames[0].call({ method: 'log', event })),
    events: async () => (await frames[0].call({ method: 'events' })) ?? [],
    forget: async () => void (await frames[0].call({ method: 'forget' })),
  };
}

/** Not the app's page, which has something else by this name. */
const page = window as unknown as { palate?: PageClient };
const { currentScript } = document;

if (currentScript instanceof HTMLScriptElement) {
  const { frames } = (page.palate ??= createClient());
  const frame = createFrame(currentScript, () => {
    for (const other of frames) if (other !== frame) other.refresh();
  });
  frames.push(frame);
} else {
  console.error('palate-embed.js: load it by a plain <script src>, without type="module".');
}
