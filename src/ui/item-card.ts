import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ItemCard } from '../api';
import { tintOf } from './tint';

/** An item as a card: a tile in the colour of its first genre, title, year, genres. */
export function itemCard(item: ItemCard, actions: TemplateResult | typeof nothing = nothing) {
  const { title, year, genres } = item;
  return html`
    <div class="item-card">
      <span class="tile" data-tint=${tintOf(item)} aria-hidden="true"> ${initialOf(title)} </span>
      <div class="item-text">
        <strong class="item-title">${title}</strong>
        <span class="muted small">
          ${[...(year === null ? [] : [String(year)]), ...genres.slice(0, 3)].join(' · ')}
        </span>
      </div>
      ${actions}
    </div>
  `;
}

/** The letter a title is filed under. */
export function initialOf(title: string): string {
  const [first = ''] = title.replace(/^(the|an?)\s+(?=\S)/i, '');
  return first.toUpperCase();
}
