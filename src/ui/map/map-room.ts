import { html, nothing } from 'lit';
import type { ItemMap } from '../../api';
import { needOf } from '../need';
import { View } from '../view';
import { byGenre, byYear, colourings, isPossible } from './colouring';
import type { ColourBy, Colouring } from './colouring';
import { mapLegend } from './map-legend';
import './map-panel';
import './neighbour-list';
import './point-map';

/** The items as the model sees them, on a plane. */
class MapRoom extends View {
  #by: ColourBy = 'genre';
  #map: ItemMap | null = null;
  #colouring: Colouring = byGenre([]);
  /** The group of the legend that is picked out. */
  #group: number | null = null;

  override willUpdate(): void {
    const map = this.state.chart?.map ?? null;
    if (map === this.#map || !map) return;
    this.#map = map;
    this.#colour(colourings.find((by) => isPossible(by, map.items)) ?? 'genre', map);
  }

  override render() {
    const { session, words } = this;
    const { recommender, chart } = this.state;
    if (!recommender)
      return needOf(words.map.title, words.you.need, words.you.toTrain, () =>
        session.openRoom('train'),
      );
    return html`
      <div class="room-head">
        <div>
          <h1>${words.map.title}</h1>
          <p class="lead" data-testid="map-lead">${words.map.lead[chart?.map.by ?? 'model']}</p>
          <p class="muted">${this.titleOf(recommender.model)}</p>
        </div>
        ${chart ? this.#choice(chart.map) : nothing}
      </div>
      ${chart ? this.#content(chart.map) : nothing}
    `;
  }

  #content(map: ItemMap) {
    const { session } = this;
    return html`
      <div class="map-layout">
        <section class="card map-card">
          <point-map
            .session=${session}
            .map=${map}
            .by=${this.#by}
            .colouring=${this.#colouring}
            .group=${this.#group}
          ></point-map>
          ${mapLegend(
            { by: this.#by, colouring: this.#colouring, chosen: this.#group },
            this.words,
            this.formats,
            this.#pick,
          )}
        </section>
        <map-panel .session=${session}></map-panel>
      </div>
      <neighbour-list .session=${session} .map=${map}></neighbour-list>
    `;
  }

  /** What the colours stand for, where there is a choice. */
  #choice(map: ItemMap) {
    const { map: words } = this.words;
    const possible = colourings.filter((by) => isPossible(by, map.items));
    if (possible.length < 2) return nothing;
    return html`<div class="segments" role="group" aria-label=${words.colour}>
      <span class="muted small">${words.colour}</span>
      ${possible.map(
        (by) =>
          html`<button
            class="segment"
            data-testid="map-by-${by}"
            aria-pressed=${by === this.#by}
            @click=${() => this.#colour(by, map)}
          >
            ${words.by[by]}
          </button>`,
      )}
    </div>`;
  }

  #colour(by: ColourBy, { items }: ItemMap): void {
    this.#by = by;
    this.#colouring = by === 'genre' ? byGenre(items) : byYear(items);
    this.#group = null;
    this.requestUpdate();
  }

  #pick = (group: number): void => {
    this.#group = group === this.#group ? null : group;
    this.requestUpdate();
  };
}

customElements.define('map-room', MapRoom);
