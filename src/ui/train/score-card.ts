import { html, nothing } from 'lit';
import type { RunInfo, Scorecard } from '../../api';
import { intervalBar } from '../charts/interval-bar';
import { metricCell, topOf } from '../charts/metric-cell';
import { metricName } from '../metric-name';
import { View } from '../view';
import { verdictOf } from './verdict';

const shown = ['ndcg@10', 'hr@10', 'recall@10', 'mrr@10', 'coverage@10'] as const;

/** How good the recommender is on the test, beside simple baselines. */
class ScoreCard extends View {
  override render() {
    const { run, busy } = this.state.training;
    if (!run || run.scorecards.length === 0) return nothing;
    const { score } = this.words;
    const [own] = run.scorecards;
    return html`
      <section class="card" data-testid="scorecard">
        <h2>${score.title}</h2>
        ${this.#lead(run, own)} ${this.#verdict(own)}
        <div class="scroll">
          <table class="scores">
            <thead>
              <tr>
                <th scope="col">${score.model}</th>
                ${shown.map(
                  (key) => html`<th scope="col" class="number">${metricName(key, this.words)}</th>`,
                )}
                <th scope="col">${score.interval}</th>
              </tr>
            </thead>
            <tbody>
              ${run.scorecards.map((card, i) => this.#row(card, i === 0, run))}
            </tbody>
          </table>
        </div>
        ${busy && run.scorecards.length === 1 ? html`<p class="muted small">${score.waiting}</p>` : nothing}
        ${run.notes.map((note) => html`<p class="muted small">${score.notes[note]}</p>`)}
        <p class="muted small">${score.reads(this.formats.count(run.testReads))}</p>
      </section>
    `;
  }

  #lead({ split }: RunInfo, { users }: Scorecard) {
    const { score, train } = this.words;
    const protocol = split ? train.splits[split.protocol].toLowerCase() : '';
    return html`<p class="muted">${score.lead(this.formats.count(users), protocol)}</p>`;
  }

  #verdict({ difference }: Scorecard) {
    if (!difference) return nothing;
    const baseline = this.titleOf(difference.baseline);
    const verdict = verdictOf(difference.interval);
    const [low, high] = difference.interval.map(this.formats.difference);
    const delta = this.formats.difference(difference.mean);
    return html`<p class="verdict" data-verdict=${verdict}>
      ${this.words.score[verdict](delta, low, high, baseline)}
    </p>`;
  }

  #row(card: Scorecard, own: boolean, run: RunInfo) {
    const highest = Math.max(...run.scorecards.map((each) => topOf(each)));
    return html`<tr data-model=${card.model} class=${own ? 'own' : nothing}>
      <th scope="row">
        ${this.titleOf(card.model)}
        ${own ? html`<small>${this.words.score.chosen}</small>` : nothing}
      </th>
      ${shown.map((key) => metricCell(key, card, this.formats))}
      <td>${intervalBar(card.metrics['ndcg@10'] ?? 0, card.intervals['ndcg@10'], highest)}</td>
    </tr>`;
  }
}

customElements.define('score-card', ScoreCard);
