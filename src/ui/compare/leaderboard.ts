import { html, nothing } from 'lit';
import type { RunInfo } from '../../api';
import { intervalBar } from '../charts/interval-bar';
import { metricCell, topOf } from '../charts/metric-cell';
import { metricName } from '../metric-name';
import { View } from '../view';
import { examsOf, type Entry, type Exam } from './exams';
import './published-table';

const shown = ['ndcg@10', 'recall@10', 'hr@10', 'coverage@10'] as const;

/**
 * All that was tested on one split, the best first: with intervals, what it costs, and
 * plainly whether it beats the simple baselines.
 */
class LeaderBoard extends View {
  static override properties = { ...View.properties, runs: { attribute: false } };
  declare runs: readonly RunInfo[];
  #chosen = '';

  override render() {
    const exams = examsOf(this.runs);
    const exam = exams.find(({ hash }) => hash === this.#chosen) ?? exams.at(0);
    if (!exam) return nothing;
    const { board } = this.words;
    return html`
      <section class="card" data-testid="leaderboard">
        <div class="board-head">
          <h2>${board.title}</h2>
          ${exams.length > 1 ? this.#chooser(exams, exam) : nothing}
        </div>
        <p class="muted">${this.#lead(exam)}</p>
        ${this.#verdicts(exam)}
        <div class="scroll">
          <table class="scores board">
            <thead>
              ${this.#head()}
            </thead>
            <tbody>
              ${exam.entries.map((entry, place) => this.#row(entry, place, exam))}
            </tbody>
          </table>
        </div>
        ${this.#warning(exam)}
      </section>
      <published-table .session=${this.session} .exam=${exam}></published-table>
    `;
  }

  #chooser(exams: readonly Exam[], chosen: Exam) {
    const { board } = this.words;
    return html`<label class="field inline">
      <span>${board.exam}</span>
      <select @change=${(event: Event) => this.#choose(event)}>
        ${exams.map(
          (exam) =>
            html`<option value=${exam.hash} .selected=${exam === chosen}>
              ${this.#nameOf(exam)}
            </option>`,
        )}
      </select>
    </label>`;
  }

  #nameOf({ run, hash }: Exam): string {
    const { board, train } = this.words;
    const split = train.splits[run.split!.protocol];
    const { minValue, seed } = run.request;
    return board.examName(split, String(seed), minValue === null ? null : String(minValue), hash);
  }

  #lead({ run, entries }: Exam): string {
    const { board, train } = this.words;
    const split = train.splits[run.split!.protocol].toLowerCase();
    return board.lead(this.formats.count(entries[0].card.users), split);
  }

  #verdicts({ entries }: Exam) {
    const judged = entries.filter(({ card }) => card.difference);
    return judged.map(({ card }) => {
      const { baseline, mean, interval, p } = card.difference!;
      const isBetter = interval[0] > 0;
      const { difference, metric } = this.formats;
      const words = this.words.board[isBetter ? 'beats' : 'doesNotBeat'];
      const [low, high] = interval.map(difference);
      return html`<p
        class="verdict"
        data-verdict=${isBetter ? 'better' : 'worse'}
        data-model=${card.model}
      >
        ${words(this.titleOf(card.model), this.titleOf(baseline), difference(mean), `[${low}, ${high}]`)}
        ${p === undefined ? nothing : html`<small>p = ${metric(p)}</small>`}
      </p>`;
    });
  }

  #head() {
    const { board, score } = this.words;
    return html`<tr>
      <th scope="col" class="number">${board.place}</th>
      <th scope="col">${score.model}</th>
      ${shown.map((key) => html`<th scope="col" class="number">${metricName(key, this.words)}</th>`)}
      <th scope="col">${score.interval}</th>
      <th scope="col" class="number">${board.seconds}</th>
      <th scope="col" class="number">${board.size}</th>
    </tr>`;
  }

  #row({ card, run }: Entry, place: number, { entries }: Exam) {
    const highest = Math.max(...entries.map((each) => topOf(each.card)));
    return html`<tr data-model=${card.model} class=${run ? 'own' : nothing}>
      <td class="number">${place + 1}</td>
      <th scope="row">
        ${this.titleOf(card.model)}
        ${run ? nothing : html`<small>${this.words.board.baseline}</small>`}
      </th>
      ${shown.map((key) => metricCell(key, card, this.formats))}
      <td>${intervalBar(card.metrics['ndcg@10'] ?? 0, card.intervals['ndcg@10'], highest)}</td>
      <td class="number">${this.formats.short(card.seconds)}</td>
      <td class="number">${card.bytes === undefined ? '–' : this.formats.bytes(card.bytes)}</td>
    </tr>`;
  }

  /** What the best of the own models would seem to be worth among sampled items. */
  #warning({ entries }: Exam) {
    const sampled = entries.find(({ card }) => card.sampled)?.card;
    if (!sampled) return nothing;
    const { board } = this.words;
    const { metric } = this.formats;
    const [flattering, honest] = [sampled.sampled!['hr@10'], sampled.metrics['hr@10']];
    return html`<p class="notice warn" data-testid="sampled-warning">
      ${board.sampled(this.titleOf(sampled.model))} <s>${metric(flattering)}</s>
      ${board.insteadOf(metric(honest))}
    </p>`;
  }

  #choose({ currentTarget }: Event): void {
    this.#chosen = (currentTarget as HTMLSelectElement).value;
    this.requestUpdate();
  }
}

customElements.define('leader-board', LeaderBoard);
