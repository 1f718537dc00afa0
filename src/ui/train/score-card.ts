import { html, nothing } from 'lit';
import type { Headline, RunInfo, Scorecard } from '../../api';
import { intervalBar } from '../charts/interval-bar';
import { metricCell } from '../charts/metric-cell';
import '../charts/slice-table';
import { scaleOf, verdictOf } from '../judge';
import { metricName } from '../metric-name';
import { recallLost } from '../recall-lost';
import { View } from '../view';

/** What is shown of lists, and of ratings that are predicted. */
const shown: Readonly<Record<Headline, readonly string[]>> = {
  'ndcg@10': ['ndcg@10', 'hr@10', 'recall@10', 'mrr@10', 'coverage@10'],
  rmse: ['rmse', 'mae'],
};

/** How good the recommender is on the test, beside simple baselines. */
class ScoreCard extends View {
  override render() {
    const { run, busy } = this.state.training;
    if (!run || run.scorecards.length === 0) return nothing;
    const { score } = this.words;
    const [own] = run.scorecards;
    const judge = this.judgeOf(own.model);
    return html`
      <section class="card" data-testid="scorecard">
        <h2>${score.title}</h2>
        ${this.#lead(run, own, judge)} ${this.#verdict(own)}
        <div class="scroll" role="group" tabindex="0" aria-label=${score.title}>
          <table class="scores">
            <thead>
              <tr>
                <th scope="col">${score.model}</th>
                ${shown[judge].map(
                  (key) => html`<th scope="col" class="number">${metricName(key, this.words)}</th>`,
                )}
                <th scope="col">${score.interval}</th>
              </tr>
            </thead>
            <tbody>
              ${run.scorecards.map((card, i) => this.#row(card, i === 0, run, judge))}
            </tbody>
          </table>
        </div>
        ${recallLost(own, this.titleOf(own.model), this.words, this.formats)}
        ${busy && run.scorecards.length === 1 ? html`<p class="muted small">${score.waiting}</p>` : nothing}
        ${this.#order(own)}
        ${run.notes.map((note) => html`<p class="muted small">${score.notes[note]}</p>`)}
        <p class="muted small">${score.reads(this.formats.count(run.testReads))}</p>
      </section>
      <slice-table .session=${this.session} .card=${own}></slice-table>
    `;
  }

  #lead({ split }: RunInfo, { users }: Scorecard, judge: Headline) {
    const { score, train } = this.words;
    const protocol = split ? train.splits[split.protocol].toLowerCase() : '';
    const lead = judge === 'rmse' ? score.leadRatings : score.lead;
    return html`<p class="muted">${lead(this.formats.count(users), protocol)}</p>`;
  }

  #verdict({ difference }: Scorecard) {
    if (!difference) return nothing;
    const baseline = this.titleOf(difference.baseline);
    const verdict = verdictOf(difference);
    const [low, high] = difference.interval.map(this.formats.difference);
    const delta = this.formats.difference(difference.mean);
    return html`<p class="verdict" data-verdict=${verdict}>
      ${this.words.score[verdict](delta, low, high, baseline, this.metricWord(difference.metric ?? 'ndcg@10'))}
    </p>`;
  }

  #order({ order }: Scorecard) {
    if (!order) return nothing;
    const { mean, interval } = order.lost;
    const { score } = this.words;
    const tell = interval[0] > 0 ? score.orderMatters : score.orderIsIdle;
    const { metric } = this.formats;
    const [low, high] = interval.map(metric);
    return html`<p class="muted small" data-testid="order" data-reads=${interval[0] > 0}>
      ${tell(this.metricWord('ndcg@10'), metric(order.shuffled), metric(mean), low, high)}
    </p>`;
  }

  #row(card: Scorecard, own: boolean, { scorecards }: RunInfo, judge: Headline) {
    const { metrics, intervals } = card;
    return html`<tr data-model=${card.model} class=${own ? 'own' : nothing}>
      <th scope="row">
        ${this.titleOf(card.model)}
        ${own ? html`<small>${this.words.score.chosen}</small>` : nothing}
      </th>
      ${shown[judge].map((key) => metricCell(key, card, this.formats))}
      <td>${intervalBar(metrics[judge], intervals[judge], scaleOf(judge, scorecards))}</td>
    </tr>`;
  }
}

customElements.define('score-card', ScoreCard);
