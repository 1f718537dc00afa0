import type { LoggedEvent, VisitorEvent } from '../visitor-api';
import { eventNames } from './events';
import type { EmbedFailure, PalateEventName } from './events';

/** Between a page and the frame in it; a message of another version is not listened to. */
export const version = 1;

/** How the frame is to look, as the place does that it is in. */
export interface Surroundings {
  /** A value of `color-scheme`. */
  readonly scheme: string;
  readonly direction: string;
  /** Custom properties of the element that the page has set, by name. */
  readonly properties: Readonly<Record<string, string>>;
}

/** What a page says to the frame. */
export type PageMessage =
  | {
      readonly type: 'show';
      /** Attributes of the element. */
      readonly attributes: Readonly<Record<string, string>>;
      readonly surroundings: Surroundings;
    }
  | { readonly type: 'refresh' }
  | ({ readonly type: 'call'; readonly id: number } & Call);

export type Call =
  | { readonly method: 'log'; readonly event: VisitorEvent }
  | { readonly method: 'events' }
  | { readonly method: 'forget' };

/** What a frame says to the page. */
export type FrameMessage =
  | { readonly type: 'loaded' }
  | { readonly type: 'size'; readonly height: number }
  | { readonly type: 'event'; readonly name: PalateEventName; readonly detail: unknown }
  /** What is remembered of the visitor has changed. */
  | { readonly type: 'changed' }
  | { readonly type: 'answer'; readonly id: number; readonly value?: readonly LoggedEvent[] | void }
  | { readonly type: 'refusal'; readonly id: number; readonly reason: EmbedFailure };

/** One end of the talk: who is at the other. */
export interface Peer {
  readonly window: Window;
  readonly origin: string;
}

/** Says `message` to a peer, if it still is of its origin. */
export function say({ window, origin }: Peer, message: PageMessage | FrameMessage): void {
  window.postMessage({ palate: version, ...message }, origin);
}

/** What a peer says, whatever it may be; or null where it is somebody else who speaks. */
export function heard({ source, origin, data }: MessageEvent, peer: Peer): Said | null {
  if (source !== peer.window || origin !== peer.origin) return null;
  return isSaid(data) ? data : null;
}

/** A message before it is known to be one of ours. */
export interface Said {
  readonly palate: number;
  readonly type?: unknown;
  readonly [key: string]: unknown;
}

function isSaid(data: unknown): data is Said {
  return typeof data === 'object' && data !== null && 'palate' in data;
}

const highest = 20_000;

/** Whether what a frame said is a message of this version. */
export function isFrameMessage(said: Said): said is Said & FrameMessage {
  if (said.palate !== version) return false;
  if (said.type === 'size') return isHeight(said.height);
  if (said.type === 'event') return (eventNames as readonly unknown[]).includes(said.name);
  return ['loaded', 'changed', 'answer', 'refusal'].includes(String(said.type));
}

function isHeight(height: unknown): boolean {
  return typeof height === 'number' && height >= 0 && height <= highest;
}

/** Whether what a page said is a message of this version. */
export function isPageMessage(said: Said): said is Said & PageMessage {
  return said.palate === version && ['show', 'refresh', 'call'].includes(String(said.type));
}
