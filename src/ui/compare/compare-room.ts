import { html } from 'lit';
import type { RunInfo } from '../../api';
import type { Curve } from '../charts/line-chart';
import { needOf } from '../need';
import { View } from '../view';
import './leaderboard';
import './run-table';
import '../charts/line-chart';

/** How many curves can be told apart. */
const overlaid = 6;

/** All runs on the dataset, side by side. */
class CompareRoom extends View {
  override render() {
    const { session, words } = this;
    const { compare, train } = words;
    const { dataset, runs } = this.state;
    const own = runs.filter(({ request }) => request.dataset === dataset?.id);
    if (own.length === 0) {
      return needOf(compare.empty, compare.toTrain, () => session.openRoom('train'));
    }
    return html`
      <div class="room-head">
        <div>
          <h1>${compare.title}</h1>
          <p class="lead">${compare.lead}</p>
        </div>
      </div>
      <leader-board .session=${session} .runs=${own}></leader-board>
      <run-table .session=${session} .runs=${own}></run-table>
      <section class="card curve" ?hidden=${own.every(({ epochs }) => epochs.length < 2)}>
        <h2>${compare.curves}</h2>
        <line-chart
          data-testid="compare-curve"
          .curves=${this.#curves(own)}
          .mark=${null}
          .markLabel=${''}
          .xLabel=${train.epoch}
        ></line-chart>
      </section>
    `;
  }

  #curves(runs: readonly RunInfo[]): readonly Curve[] {
    const drawn = runs.filter(({ epochs }) => epochs.length > 1).slice(0, overlaid);
    return drawn.map(({ request, epochs }, i) => ({
      label: `${i + 1} ${this.titleOf(request.model)}`,
      axis: 'left',
      x: epochs.map(({ epoch }) => epoch),
      y: epochs.map(({ validation }) => validation['ndcg@10'] ?? null),
    }));
  }
}

customElements.define('compare-room', CompareRoom);
