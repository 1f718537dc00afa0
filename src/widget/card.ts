import type { VisitorItem } from '../visitor-api';
import { make } from './dom';

/** How items are drawn: as the page's template or function says, else as cards of our own. */
export interface Look {
  readonly template: HTMLTemplateElement | null;
  readonly renderItem: ItemRenderer | null;
  /** An address with `{item}` in it, in place of which goes an item's id. */
  readonly itemUrl: string | null;
}

/** Draws an item; text is shown as text. `position` counts from 1. */
export type ItemRenderer = (item: VisitorItem, position: number) => Node | string;

/** What holds the place of an item until there is one. */
export const blank: VisitorItem = { item: '', title: ' ', year: null, genres: [], score: 0 };

const interactive = 'a, button, input, select, textarea, [tabindex]';

/** An entry of the list that is still to be filled. */
export function newEntry({ template, itemUrl }: Look): HTMLLIElement {
  const content = template?.content.cloneNode(true) ?? ownCard();
  const isComplete = content instanceof DocumentFragment && content.querySelector(interactive);
  const card = isComplete ? make('div') : itemUrl === null ? make('button') : make('a');
  card.setAttribute('part', 'card');
  if (card instanceof HTMLButtonElement) card.type = 'button';
  card.append(content);
  return make('li', { part: 'item' }, card);
}

/** Writes an item into an entry, wherever `data-field` asks for something of it. */
export function fill(entry: HTMLLIElement, item: VisitorItem, position: number, look: Look): void {
  const fields = fieldsOf(item, position);
  entry.dataset.item = item.item;
  entry.dataset.position = String(position);
  entry.style.setProperty('--palate-hue', String(hueOf(item)));
  if (look.renderItem !== null && item !== blank) {
    entry.firstElementChild?.replaceChildren(look.renderItem(item, position));
  }
  for (const element of entry.querySelectorAll<HTMLElement>('[data-field]:not(script, style)')) {
    element.textContent = fields.get(element.dataset.field ?? '') ?? '';
  }
  for (const link of entry.querySelectorAll('a')) {
    if (look.itemUrl !== null && item !== blank) link.href = addressOf(look.itemUrl, item.item);
  }
}

function ownCard(): DocumentFragment {
  const card = document.createDocumentFragment();
  card.append(
    make('span', { part: 'tile', 'data-field': 'initial', 'aria-hidden': 'true' }),
    make('span', { part: 'title', 'data-field': 'title' }),
    make('span', { part: 'details', 'data-field': 'details' }),
  );
  return card;
}

/** All that a template can show of an item, as text. */
function fieldsOf(item: VisitorItem, position: number): ReadonlyMap<string, string> {
  const { title, genres, score } = item;
  const year = item.year === null ? '' : String(item.year);
  const [initial = ''] = title.replace(/^(the|an?)\s+(?=\S)/i, '').trim();
  return new Map([
    ['item', item.item],
    ['title', title],
    ['initial', initial.toUpperCase()],
    ['year', year],
    ['genres', genres.join(', ')],
    ['details', [year, ...genres.slice(0, 2)].filter((text) => text !== '').join(' · ')],
    ['score', score.toFixed(2)],
    ['position', String(position)],
  ]);
}

/** In place of `{item}` an item's id can be no more than one part of an address. */
function addressOf(pattern: string, item: string): string {
  return pattern.replaceAll('{item}', () => encodeURIComponent(item));
}

/** The hue of an item's tile, in degrees, one of twelve: its genres', else its title's. */
function hueOf({ genres, title }: VisitorItem): number {
  let sum = 0;
  for (const letter of genres.join() || title)
    sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return (sum % 12) * 30;
}
