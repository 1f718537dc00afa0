import { html } from 'lit';
import { needOf } from '../need';
import { View } from '../view';
import './neighbour-list';
import './point-map';

/** The items as the model sees them, on a plane. */
class MapRoom extends View {
  #search = '';

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
          <p class="lead">${words.map.lead}</p>
          <p class="muted">${recommender.name}</p>
        </div>
        <label class="field inline">
          <span>${words.map.search}</span>
          <input type="search" data-testid="map-search" @input=${this.#onSearch} />
        </label>
      </div>
      ${
        chart?.map
          ? html`
              <point-map class="card" .map=${chart.map} .search=${this.#search}></point-map>
              <neighbour-list .session=${session} .map=${chart.map}></neighbour-list>
            `
          : html`<p class="notice" ?hidden=${chart === null}>${words.map.none}</p>`
      }
    `;
  }

  #onSearch = (event: Event): void => {
    this.#search = (event.target as HTMLInputElement).value;
    this.requestUpdate();
  };
}

customElements.define('map-room', MapRoom);
