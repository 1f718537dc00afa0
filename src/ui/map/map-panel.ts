import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ItemCard } from '../../api';
import type { Chart } from '../../client/state';
import { icon } from '../icons';
import { itemCard } from '../item-card';
import { View } from '../view';

/** ms without a keystroke before we ask. */
const pause = 150;

/** Beside the map, in words: a search, what it found, the chosen item and what is most like it. */
class MapPanel extends View {
  #timer = 0;

  override render() {
    const { map: words } = this.words;
    const { chart } = this.state;
    if (!chart) return nothing;
    return html`
      <section class="card">
        <label class="field">
          <span>${words.search}</span>
          <input
            type="search"
            autocomplete="off"
            data-testid="map-search"
            .value=${chart.search}
            @input=${this.#onSearch}
          />
        </label>
        ${chart.chosen === null ? this.#found(chart) : this.#chosen(chart.chosen, chart)}
      </section>
    `;
  }

  #found({ search, found }: Chart) {
    const { map: words, you } = this.words;
    if (search.trim() === '') return html`<p class="muted small">${words.hint}</p>`;
    if (found?.length === 0) return html`<p class="muted small" role="status">${you.nothing}</p>`;
    return html`<h2>${you.found}</h2>
      ${this.#list('map-found', found ?? [])}`;
  }

  #chosen(item: string, { map, neighbours, found }: Chart) {
    const { map: words } = this.words;
    const place = map.items.findIndex((each) => each.item === item);
    if (place < 0) return nothing;
    const back = (found?.length ?? 0) > 0 ? words.toFound : words.letGo;
    return html`
      <div class="map-chosen" data-testid="map-chosen" data-item=${item}>
        ${itemCard(map.items[place])}
        <p class="muted small">${words.times(this.formats.count(map.counts[place]))}</p>
        <button class="secondary" @click=${() => this.session.chooseOnMap(null)}>
          ${icon('close')}${back}
        </button>
      </div>
      <h2>${words.alike}</h2>
      ${this.#list(
        'map-neighbours',
        neighbours ?? [],
        ({ likeness }) =>
          html`<span class="likeness small">${this.formats.percent(likeness)}</span>`,
      )}
    `;
  }

  /** Items to choose from. */
  #list<Item extends ItemCard>(
    name: string,
    items: readonly Item[],
    aside: (item: Item) => TemplateResult | typeof nothing = () => nothing,
  ) {
    return html`<ul class="map-items" data-testid=${name} aria-live="polite">
      ${items.map(
        (item) =>
          html`<li data-item=${item.item}>
            <button @click=${() => this.session.chooseOnMap(item.item)}>
              ${itemCard(item, html`${aside(item)}`)}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  #onSearch = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(async () => {
      await this.session.chooseOnMap(null);
      await this.session.searchMap(value);
    }, pause);
  };
}

customElements.define('map-panel', MapPanel);
