import { failure } from '../errors';
import type { LoggedEvent, VisitorEvent, VisitorItem, VisitorList } from '../visitor-api';
import type { Look } from './card';
import { createPalate } from './client';
import type { Palate } from './client';
import { isEventKind } from './events';
import type { PalateDetails, PalateEventName } from './events';
import { ListView } from './list-view';
import type { Shown } from './list-view';
import { Settings } from './settings';
import { languageOf, wordsFor } from './words';

/** `<palate-recs>`: a list of recommendations, made in the visitor's browser. */
export class PalateRecs extends Settings {
  readonly #view = new ListView(this.attachShadow({ mode: 'open' }));
  #palate: Palate | null = null;
  #leave = () => {};
  #list: VisitorList | null = null;
  #failed = false;
  /** Of all that was asked for, only the answer to the last counts. */
  #asked = 0;
  #isQueued = false;

  constructor() {
    super();
    const { list, template } = this.#view;
    list.addEventListener('click', ({ target }) => this.#onClick(target));
    template.addEventListener('slotchange', () => {
      this.#view.clear();
      this.#draw();
    });
  }

  disconnectedCallback(): void {
    this.#leave();
    this.#palate = null;
    this.#asked += 1;
  }

  /** Remembers, in this browser only, what the visitor did; lists on the page then change. @throws EmbedError */
  async log(event: VisitorEvent): Promise<void> {
    return this.#open().log(event);
  }

  /** What is remembered of the visitor, oldest first. @throws EmbedError */
  async events(): Promise<readonly LoggedEvent[]> {
    return this.#open().events();
  }

  /** Deletes what is remembered of the visitor. @throws EmbedError */
  async forget(): Promise<void> {
    return this.#open().forget();
  }

  /** Asks for the list anew. */
  refresh(): void {
    this.#update();
  }

  protected override changed(): void {
    this.#view.clear();
    this.#update();
  }

  /** Draws what there is and asks anew, once for all changes of a moment. */
  #update(): void {
    if (this.#isQueued || !this.isConnected) return;
    this.#isQueued = true;
    queueMicrotask(() => {
      this.#isQueued = false;
      if (!this.isConnected) return;
      this.#draw();
      if (this.source !== null) void this.#ask();
    });
  }

  async #ask(): Promise<void> {
    const ask = (this.#asked += 1);
    const isLast = () => ask === this.#asked;
    try {
      const before = this.#palate;
      const palate = this.#open();
      const info = await palate.ready;
      if (isLast() && palate !== before) this.#tell('palate-ready', info);
      const list = await palate.recommend(this.request);
      if (isLast()) this.#show(list);
    } catch (error) {
      if (isLast()) this.#fail(error as Error);
    }
  }

  /** The recommender that the attributes name. @throws EmbedError */
  #open(): Palate {
    const { source } = this;
    if (source === null) {
      throw failure('EmbedError', 'Name the address of a bundle in the attribute "src".');
    }
    const palate = createPalate(source);
    if (palate === this.#palate) return palate;
    this.#leave();
    this.#leave = palate.onChange(() => this.#update());
    this.#palate = palate;
    return palate;
  }

  #show(list: VisitorList): void {
    this.#list = list;
    this.#failed = false;
    this.#draw();
    this.#tell('palate-recommendations', list);
  }

  #fail({ name, message }: Error): void {
    this.#list = null;
    this.#failed = true;
    this.#palate = null;
    this.#draw();
    console.error(`<palate-recs>: ${message}`);
    this.#tell('palate-error', { name, message });
  }

  #tell<Name extends PalateEventName>(name: Name, detail: PalateDetails[Name]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #draw(): void {
    const words = wordsFor(languageOf(this));
    const kind = this.similarTo === null ? (this.#list?.source ?? 'model') : 'similar';
    this.#view.draw({
      state: this.#state,
      items: this.#list?.items ?? [],
      limit: this.limit,
      heading: this.getAttribute('heading') ?? words.headings[kind],
      words,
      look: this.#look,
    });
  }

  get #state(): Shown['state'] {
    if (this.#failed) return 'failed';
    if (this.#list === null) return 'loading';
    return this.#list.items.length === 0 ? 'empty' : 'ready';
  }

  get #look(): Look {
    return {
      template: this.querySelector<HTMLTemplateElement>(':scope > template[slot="item"]'),
      renderItem: this.renderItem,
      itemUrl: this.getAttribute('item-url'),
    };
  }

  /** A click on a control that names an event logs that one; a click on the rest of an item chooses it. */
  #onClick(target: EventTarget | null): void {
    const entry = target instanceof Element ? target.closest('li') : null;
    const item = this.#list?.items.find(({ item }) => item === entry?.dataset.item);
    if (!(target instanceof Element) || !item || !this.#list) return;
    const { recommendationId } = this.#list;
    const event = target.closest<HTMLElement>('[data-event]')?.dataset.event ?? 'click';
    if (!isEventKind(event)) return;
    if (event === 'click') this.#select(item, Number(entry?.dataset.position), recommendationId);
    this.log({ item: item.item, event, recommendationId }).catch((error: Error) =>
      this.#fail(error),
    );
  }

  #select({ item, title }: VisitorItem, position: number, recommendationId: string): void {
    this.#tell('palate-select', { item, title, recommendationId, position });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palate-recs': PalateRecs;
  }
}
