import type { VisitorItem } from '../visitor-api';
import { blank, fill, newEntry } from './card';
import type { Look } from './card';
import { make } from './dom';
import { styles } from './styles';
import type { Words } from './words';

/** What there is to see. */
export interface Shown {
  readonly state: 'loading' | 'ready' | 'empty' | 'failed';
  readonly items: readonly VisitorItem[];
  /** How many places are kept while loading. */
  readonly limit: number;
  /** What the list is called; nothing where it is empty. */
  readonly heading: string;
  readonly words: Words;
  readonly look: Look;
}

/** The parts of a list inside a shadow root. */
export class ListView {
  readonly list = make('ul', { part: 'list', role: 'list', 'aria-labelledby': 'heading' });
  /** Where a page puts the template of an item; it is not shown. */
  readonly template = make('slot', { name: 'item' });
  readonly #root: ShadowRoot;
  readonly #heading = make('h2', { part: 'heading', id: 'heading' });
  readonly #note = make('p', { part: 'note' });
  readonly #empty = make('slot', { name: 'empty' }, this.#note);
  readonly #status = make('p', { role: 'status' });
  readonly #group = make(
    'div',
    { part: 'group', role: 'group', 'aria-labelledby': 'heading' },
    make('slot', { name: 'header' }, this.#heading),
    this.list,
    this.#empty,
    this.#status,
    this.template,
  );
  /** Entries by item: the same item keeps its entry, and with it what has the focus. */
  #entries = new Map<string, HTMLLIElement>();

  constructor(root: ShadowRoot) {
    this.#root = root;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    root.append(this.#group);
  }

  /** Entries are made anew from now on, as after a change of how they look. */
  clear(): void {
    this.#entries.clear();
  }

  draw(shown: Shown): void {
    const { state, heading, words } = shown;
    const isListed = state === 'loading' || state === 'ready';
    this.#heading.textContent = heading;
    this.#heading.hidden = heading === '';
    this.list.hidden = !isListed;
    this.list.ariaBusy = String(state === 'loading');
    this.#empty.hidden = isListed;
    // A failure is for whoever runs the page: visitors see what the page has for it, or nothing.
    this.#group.hidden = state === 'failed' && this.#empty.assignedNodes().length === 0;
    this.#note.textContent = words.empty;
    this.#say(statusOf(shown));
    this.#drawEntries(shown);
  }

  /** Tells those who listen to the page, once. */
  #say(text: string): void {
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }

  #drawEntries({ state, items, limit, look }: Shown): void {
    const entries = state === 'loading' ? placesFor(limit, look) : this.#entriesFor(items, look);
    const focused = this.#root.activeElement;
    const place = focused?.closest('li')?.dataset.position;
    this.list.replaceChildren(...entries);
    if (!(focused instanceof HTMLElement)) return;
    // Focus is lost when an entry moves. Where the entry is gone, the one in its place takes it.
    const heir = focused.isConnected ? focused : entries[Number(place) - 1]?.firstElementChild;
    if (heir instanceof HTMLElement) heir.focus({ preventScroll: true });
  }

  #entriesFor(items: readonly VisitorItem[], look: Look): HTMLLIElement[] {
    const before = this.#entries;
    this.#entries = new Map(
      items.map((item) => [item.item, before.get(item.item) ?? newEntry(look)]),
    );
    return items.map((item, index) => {
      const entry = this.#entries.get(item.item) ?? newEntry(look);
      fill(entry, item, index + 1, look);
      return entry;
    });
  }
}

/** Entries of the size that those to come will have. */
function placesFor(limit: number, look: Look): HTMLLIElement[] {
  return Array.from({ length: limit }, (_, index) => {
    const entry = newEntry(look);
    fill(entry, blank, index + 1, look);
    entry.inert = true;
    entry.ariaHidden = 'true';
    return entry;
  });
}

function statusOf({ state, items, words }: Shown): string {
  if (state === 'loading') return words.loading;
  if (state === 'failed') return words.failed;
  return state === 'empty' ? words.empty : words.shown(items.length);
}
