import { html, nothing } from 'lit';
import type { Scorecard, Slice, Slicing } from '../../api';
import { intervalBar } from './interval-bar';
import { metricCell } from './metric-cell';
import { scaleOf } from '../judge';
import { lookUp } from '../messages';
import { metricName } from '../metric-name';
import { View } from '../view';

/** How a model did for parts of the users and of the items, and how far the best is from the worst. */
class SliceTable extends View {
  static override properties = { ...View.properties, card: { attribute: false } };
  declare card: Scorecard;

  override render() {
    const { slices = [] } = this.card;
    if (slices.length === 0) return nothing;
    const words = this.words.slices;
    const shown = Object.keys(slices[0].slices[0].metrics);
    return html`
      <details
        class="card table-card slices-card"
        data-testid="slices"
        data-model=${this.card.model}
      >
        <summary>${words.title(this.titleOf(this.card.model))}</summary>
        <p class="muted small">${words.lead}</p>
        <div
          class="scroll"
          role="group"
          tabindex="0"
          aria-label=${words.title(this.titleOf(this.card.model))}
        >
          <table class="scores slices">
            <thead>
              <tr>
                <th scope="col">${words.group}</th>
                <th scope="col" class="number">${words.users}</th>
                ${shown.map((key) => html`<th scope="col" class="number">${metricName(key, this.words)}</th>`)}
                <th scope="col">${this.words.score.interval}</th>
              </tr>
            </thead>
            ${slices.map((slicing) => this.#part(slicing, shown))}
          </table>
        </div>
      </details>
    `;
  }

  #part({ by, metric = 'ndcg@10', slices, gap }: Slicing, shown: readonly string[]) {
    const known = slices.map((slice) => asCard(slice, metric));
    const scale = scaleOf(
      metric,
      known.filter((_card, i) => slices[i].n > 0),
    );
    return html`<tbody data-slicing=${by}>
      <tr>
        <th scope="rowgroup" colspan=${shown.length + 3}>
          ${this.#nameOf(by)}
          ${
            gap
              ? html`<small data-gap=${gap.size}>
                  ${this.words.slices.gap(
                    this.#groupOf(gap.best),
                    this.#groupOf(gap.worst),
                    this.formats.metric(gap.size),
                    metricName(metric, this.words),
                  )}
                </small>`
              : nothing
          }
        </th>
      </tr>
      ${slices.map(
        (slice, i) =>
          html`<tr data-slice=${slice.name}>
            <th scope="row">${this.#groupOf(slice.name)} ${this.#rangeOf(by, slice)}</th>
            <td class="number">${this.formats.count(slice.n)}</td>
            ${shown.map((key) => metricCell(key, known[i], this.formats))}
            <td>${intervalBar(known[i].metrics[metric], slice.interval, scale)}</td>
          </tr>`,
      )}
    </tbody>`;
  }

  #nameOf(by: string): string {
    const words = this.words.slices;
    return lookUp(words.by, by, words.column(by.replace('people.', '')));
  }

  #groupOf(name: string): string {
    return lookUp(this.words.slices.names, name, name);
  }

  /** What was counted, where the groups are of something that can be. */
  #rangeOf(by: string, { range }: Slice) {
    const counted = lookUp<((low: string, high: string) => string) | null>(
      this.words.slices.ranges,
      by,
      null,
    );
    if (!range || !counted) return nothing;
    const [low, high] = range.map(this.formats.count);
    return html`<small>${counted(low, high)}</small>`;
  }
}

/** A slice like a scorecard; of nobody there are no figures. */
function asCard({ n, metrics, interval }: Slice, metric: string) {
  return { metrics: n > 0 ? metrics : {}, intervals: interval ? { [metric]: interval } : {} };
}

customElements.define('slice-table', SliceTable);
