import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ItemCard } from '../../api';
import { itemCard } from '../item-card';
import { View } from '../view';
import { opinionButtons } from './opinion-buttons';

/** How many well-known items there are to begin with. */
const offered = 8;

/** Items to give an opinion on: what the search found, or well-known ones to begin with. */
class SearchResults extends View {
  /** Those offered to begin with: they stay when they are rated, so that nothing moves under a hand. */
  #offered = new Set<string>();

  override render() {
    const { you } = this.words;
    const { search, results } = this.state.taste;
    const searching = search.trim() !== '';
    const items = searching ? (results ?? []) : this.#toBeginWith();
    if (!searching && items.length === 0) return nothing;
    return html`
      <section class="card">
        <h2>${searching ? you.found : you.start}</h2>
        <ul class="item-list" data-testid="you-results">
          ${repeat(
            items,
            ({ item }) => item,
            (item) => this.#entry(item),
          )}
        </ul>
        ${searching && results?.length === 0 ? html`<p class="muted">${you.nothing}</p>` : ''}
      </section>
    `;
  }

  /** Well-known items of which nothing was said before. */
  #toBeginWith(): readonly ItemCard[] {
    const { opinions, recommendations } = this.state.taste;
    const said = new Set(opinions.map(({ item }) => item));
    const items = (this.state.summary?.popular ?? [])
      .filter(({ item }) => this.#offered.has(item) || !said.has(item))
      .slice(0, offered);
    // Opinions have been read once there is a list.
    if (recommendations) this.#offered = new Set(items.map(({ item }) => item));
    return items;
  }

  #entry(item: ItemCard) {
    const opinion = this.state.taste.opinions.find((each) => each.item === item.item);
    const buttons = opinionButtons(this.session, this.words, item, opinion);
    return html`<li data-item=${item.item}>${itemCard(item, buttons)}</li>`;
  }
}

customElements.define('search-results', SearchResults);
