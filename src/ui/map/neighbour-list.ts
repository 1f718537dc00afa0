import { html } from 'lit';
import type { ItemMap } from '../../api';
import { View } from '../view';
import { neighbours } from './projection';

/** How many items are listed, and how many neighbours each. */
const [listed, near] = [60, 3];

/** The map in words: the most chosen items, and what lies nearest to each. */
class NeighbourList extends View {
  static override properties = { ...View.properties, map: { attribute: false } };
  declare map: ItemMap;

  override render() {
    const { map: words } = this.words;
    const { counts } = this.map;
    const indices = Array.from(counts, (_count, i) => i).sort((a, b) => counts[b] - counts[a]);
    return html`
      <details class="card table-card">
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
              ${indices.slice(0, listed).map((index) => this.#row(index))}
            </tbody>
          </table>
        </div>
      </details>
    `;
  }

  #row(index: number) {
    const { items, counts } = this.map;
    const nearby = neighbours(this.map, index, near).map((i) => items[i].title);
    return html`<tr data-item=${items[index].item}>
      <th scope="row">${items[index].title}</th>
      <td class="number">${this.formats.count(counts[index])}</td>
      <td>${nearby.join(' · ')}</td>
    </tr>`;
  }
}

customElements.define('neighbour-list', NeighbourList);
