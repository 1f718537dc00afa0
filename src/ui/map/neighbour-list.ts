import { html, nothing } from 'lit';
import type { ItemMap, Neighbour } from '../../api';
import { View } from '../view';

/** The map as a table: the most chosen items, and what is most like each. */
class NeighbourList extends View {
  static override properties = { ...View.properties, map: { attribute: false } };
  declare map: ItemMap;

  override render() {
    const { map: words } = this.words;
    return html`
      <details class="card table-card" @toggle=${this.session.listMap}>
        <summary>${words.list}</summary>
        <div class="scroll" role="group" tabindex="0" aria-label=${words.list}>
          <table data-testid="map-list">
            <thead>
              <tr>
                <th scope="col">${words.item}</th>
                <th scope="col" class="number">${words.count}</th>
                <th scope="col">${words.near}</th>
              </tr>
            </thead>
            <tbody>
              ${this.#rows()}
            </tbody>
          </table>
        </div>
      </details>
    `;
  }

  #rows() {
    const listed = this.state.chart?.listed;
    if (!listed) return nothing;
    return listed.items.map((place, row) => this.#row(place, listed.near[row]));
  }

  #row(place: number, near: readonly Neighbour[]) {
    const { items, counts } = this.map;
    const { item, title } = items[place];
    return html`<tr data-item=${item}>
      <th scope="row">${title}</th>
      <td class="number">${this.formats.count(counts[place])}</td>
      <td>${near.map((each) => each.title).join(' · ')}</td>
    </tr>`;
  }
}

customElements.define('neighbour-list', NeighbourList);
