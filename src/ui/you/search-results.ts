import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ItemCard } from '../../api';
import { itemCard } from '../item-card';
import { View } from '../view';
import { opinionButtons } from './opinion-buttons';

/** How many well-known items there are to begin with. */
const offered = 8;

/** Items to give an opinion on: what the search found, or well-known ones to begin with. */
class SearchResults extends View {
  override render() {
    const { you } = this.words;
    const { search, results } = this.state.taste;
    const searching = search.trim() !== '';
    const items = searching
      ? (results ?? [])
      : (this.state.summary?.popular ?? []).slice(0, offered);
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

  #entry(item: ItemCard) {
    const opinion = this.state.taste.opinions.find((each) => each.item === item.item);
    const buttons = opinionButtons(this.session, this.words, item, opinion);
    return html`<li data-item=${item.item}>${itemCard(item, buttons)}</li>`;
  }
}

customElements.define('search-results', SearchResults);
