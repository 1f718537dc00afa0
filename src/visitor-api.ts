/**
 * Another site's page ↔ the worker that serves its visitor from a bundle: every call and every
 * value that crosses. Types only. Nothing of it ever leaves the visitor's browser.
 */

/** What a visitor can do with an item. */
export type VisitorEventKind = 'view' | 'click' | 'like' | 'dislike' | 'cart' | 'buy' | 'hide';

/** One thing that a visitor did, as the site reports it. */
export interface VisitorEvent {
  readonly item: string;
  readonly event: VisitorEventKind;
  /** The list that it came from, where it came from one. */
  readonly recommendationId?: string;
}

/** The same as it is kept. */
export interface LoggedEvent extends VisitorEvent {
  /** ms since the epoch */
  readonly at: number;
}

/** In which form weights are fetched. */
export type Precision = 'float32' | 'int8';

export interface OpenRequest {
  /** The address of the folder that holds `manifest.json`. */
  readonly bundle: string;
  readonly precision: Precision;
}

/** What a bundle says of itself. */
export interface BundleInfo {
  readonly name: string;
  /** The model's name in the registry, and its title. */
  readonly model: string;
  readonly title: string;
  readonly items: number;
  readonly precision: Precision;
  /** ms since the epoch */
  readonly createdAt: number;
}

export interface VisitorRequest {
  readonly limit: number;
  /** Items that score less are left out; null keeps all. */
  readonly threshold: number | null;
  /** What a visitor of whom nothing is known sees, or a list that the threshold leaves empty. */
  readonly fallback: 'popular' | 'none';
  /** Items that are not to be shown, beside those that the visitor bought, hid or disliked. */
  readonly exclude: readonly string[];
  /** Where given, items like this one rather than items for the visitor. */
  readonly similarTo: string | null;
}

export interface VisitorItem {
  readonly item: string;
  /** The id where the title is unknown. */
  readonly title: string;
  readonly year: number | null;
  readonly genres: readonly string[];
  readonly score: number;
}

export interface VisitorList {
  /** To be given back with the events that the list leads to. */
  readonly recommendationId: string;
  readonly source: 'model' | 'popularity';
  readonly items: readonly VisitorItem[];
}

/** Everything that a page can ask of the worker. */
export interface VisitorApi {
  /** Fetches a bundle and checks it; one that is open already is not fetched again. @throws BundleError, DeviceError */
  open(request: OpenRequest): Promise<BundleInfo>;
  recommend(request: VisitorRequest): Promise<VisitorList>;
  /** Appends to the visitor's own log; lists asked for from then on reflect it. */
  log(event: VisitorEvent): Promise<void>;
  /** What the visitor did on this site, oldest first. */
  events(): Promise<readonly LoggedEvent[]>;
  /** Deletes what the visitor did. */
  forget(): Promise<void>;
}
