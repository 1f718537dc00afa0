import type { VisitorRequest } from '../visitor-api';
import { observed, toFallback, toLimit, toPrecision, toThreshold } from './attributes';
import type { Attribute } from './attributes';
import type { ItemRenderer } from './card';
import type { PalateOptions } from './client';
import type { ScriptAddress } from './trust';

/** On a server there are no elements, and importing this must do no harm there. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/** Properties that a framework may have set before the element was defined. */
const settable = ['src', 'limit', 'similarTo', 'exclude', 'workerUrl', 'renderItem'] as const;

/** What a page sets on the element: attributes for what is text, properties for the rest. */
export abstract class Settings extends Base {
  static readonly observedAttributes: readonly Attribute[] = observed;

  #exclude: readonly string[] = [];
  #workerUrl: ScriptAddress | null = null;
  #renderItem: ItemRenderer | null = null;

  /** What was set differs from what is shown. */
  protected abstract changed(): void;

  connectedCallback(): void {
    for (const name of settable) this.#takeOver(name);
    this.changed();
  }

  attributeChangedCallback(): void {
    this.changed();
  }

  /** The address of the folder that holds the bundle's `manifest.json`. */
  get src(): string | null {
    return this.getAttribute('src');
  }

  set src(address: string | null) {
    this.#setOrRemove('src', address);
  }

  get limit(): number {
    return toLimit(this.getAttribute('limit'));
  }

  set limit(limit: number) {
    this.setAttribute('limit', String(limit));
  }

  /** Where given, items like this one rather than items for the visitor. */
  get similarTo(): string | null {
    return this.getAttribute('similar-to');
  }

  set similarTo(item: string | null) {
    this.#setOrRemove('similar-to', item);
  }

  /** Items that are not to be shown. */
  get exclude(): readonly string[] {
    return this.#exclude;
  }

  set exclude(items: readonly string[]) {
    this.#exclude = [...items];
    this.changed();
  }

  /** The worker's script, as an address or vouched for by a policy of the page; it goes before the attribute `worker`. */
  get workerUrl(): ScriptAddress | null {
    return this.#workerUrl;
  }

  set workerUrl(address: ScriptAddress | null) {
    this.#workerUrl = address;
    this.changed();
  }

  /** Draws an item in place of our card and of a template. */
  get renderItem(): ItemRenderer | null {
    return this.#renderItem;
  }

  set renderItem(draw: ItemRenderer | null) {
    this.#renderItem = draw;
    this.changed();
  }

  /** What the list is to hold. */
  protected get request(): VisitorRequest {
    return {
      limit: this.limit,
      threshold: toThreshold(this.getAttribute('threshold')),
      fallback: toFallback(this.getAttribute('fallback')),
      exclude: this.#exclude,
      similarTo: this.similarTo,
    };
  }

  /** What the list is made from, or null where that is not said yet. */
  protected get source(): PalateOptions | null {
    if (this.src === null) return null;
    return {
      bundle: this.src,
      worker: this.#workerUrl ?? this.getAttribute('worker') ?? undefined,
      precision: toPrecision(this.getAttribute('precision')),
    };
  }

  #setOrRemove(name: Attribute, value: string | null): void {
    if (value === null) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  /** A property of the object itself hides the one that does something. */
  #takeOver(name: (typeof settable)[number]): void {
    if (!Object.hasOwn(this, name)) return;
    const value: unknown = Reflect.get(this, name);
    Reflect.deleteProperty(this, name);
    Reflect.set(this, name, value);
  }
}
