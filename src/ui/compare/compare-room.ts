import { html } from 'lit';
import type { Headline, RunInfo } from '../../api';
import { curveTable } from '../charts/curve-table';
import type { Curve } from '../charts/curves';
import { needOf } from '../need';
import { View } from '../view';
import { sameExam } from './columns';
import './cold-start-card';
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
      return needOf(compare.title, compare.empty, compare.toTrain, () => session.openRoom('train'));
    }
    const metric = this.judgeOf(own[0].request.model);
    const judged = sameExam(own, own[0]).filter(
      ({ request }) => this.judgeOf(request.model) === metric,
    );
    const curves = this.#curves(judged, metric);
    return html`
      <div class="room-head">
        <div>
          <h1>${compare.title}</h1>
          <p class="lead">${compare.lead}</p>
        </div>
      </div>
      <leader-board .session=${session} .runs=${own}></leader-board>
      <run-table .session=${session} .runs=${own}></run-table>
      <section class="card curve" ?hidden=${judged.every(({ epochs }) => epochs.length < 2)}>
        <h2>${compare.curves(this.metricWord(metric))}</h2>
        <line-chart
          data-testid="compare-curve"
          .curves=${curves}
          .mark=${null}
          .markLabel=${''}
          .xLabel=${train.epoch}
          .format=${this.formats.metric}
        ></line-chart>
        ${curveTable(curves, { summary: train.table, x: train.epoch }, this.formats.metric)}
      </section>
      <cold-start-card .session=${session} .runs=${own}></cold-start-card>
    `;
  }

  /** Of those that are judged as the newest is, by the same split. */
  #curves(runs: readonly RunInfo[], metric: Headline): readonly Curve[] {
    const drawn = runs.filter(({ epochs }) => epochs.length > 1).slice(0, overlaid);
    return drawn.map(({ request, epochs }, i) => ({
      label: `${i + 1} ${this.titleOf(request.model)}`,
      axis: 'left',
      x: epochs.map(({ epoch }) => epoch),
      y: epochs.map(({ validation }) => validation[metric] ?? null),
    }));
  }
}

customElements.define('compare-room', CompareRoom);
