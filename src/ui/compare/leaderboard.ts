import { html, nothing } from 'lit';
import type { Headline, RunInfo } from '../../api';
import { intervalBar } from '../charts/interval-bar';
import { metricCell } from '../charts/metric-cell';
import '../charts/slice-table';
import { scaleOf, verdictOf } from '../judge';
import { metricName } from '../metric-name';
import { recallLost } from '../recall-lost';
import { View } from '../view';
import { examsOf, type Entry, type Exam } from './exams';
import { filterWords } from './filter-words';
import './published-table';

/** What is shown of lists, and of ratings that are predicted. */
const shown: Readonly<Record<Headline, readonly string[]>> = {
  'ndcg@10': ['ndcg@10', 'recall@10', 'hr@10', 'coverage@10'],
  rmse: ['rmse', 'mae'],
};

/**
 * All that was tested on one split, the best first: with intervals, what it costs, and
 * plainly whether it beats the simple baselines.
 */
class LeaderBoard extends View {
  static override properties = { ...View.properties, runs: { attribute: false } };
  declare runs: readonly RunInfo[];
  #chosen = '';

  override render() {
    const exams = examsOf(this.runs, (model) => this.judgeOf(model));
    const exam = exams.find((each) => keyOf(each) === this.#chosen) ?? exams.at(0);
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
        <div class="scroll" role="group" tabindex="0" aria-label=${board.title}>
          <table class="scores board">
            <thead>
              ${this.#head(exam)}
            </thead>
            <tbody>
              ${exam.entries.map((entry, place) => this.#row(entry, place, exam))}
            </tbody>
          </table>
        </div>
        ${exam.entries.map(({ card }) => recallLost(card, this.titleOf(card.model), this.words, this.formats))}
        ${this.#warning(exam)}
      </section>
      ${this.#slices(exam)}
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
            html`<option value=${keyOf(exam)} .selected=${exam === chosen}>
              ${this.#nameOf(exam)}
            </option>`,
        )}
      </select>
    </label>`;
  }

  #nameOf({ run, hash, metric }: Exam): string {
    const { board, train } = this.words;
    const split = train.splits[run.split!.protocol];
    const { seed } = run.request;
    const name = board.examName(split, String(seed), filterWords(run.request, this.words), hash);
    return metric === 'rmse' ? `${name} · ${board.ratings}` : name;
  }

  #lead({ run, entries, metric }: Exam): string {
    const { board, train } = this.words;
    const split = train.splits[run.split!.protocol].toLowerCase();
    const lead = metric === 'rmse' ? board.leadRatings : board.lead;
    const filters = filterWords(run.request, this.words);
    return lead(this.formats.count(entries[0].card.users), `${split}${filters}`);
  }

  #verdicts({ entries, metric: judge }: Exam) {
    const differences = entries.filter(
      ({ card: { difference } }) => difference && (difference.metric ?? 'ndcg@10') === judge,
    );
    return differences.map(({ card }) => {
      const { baseline, mean, interval, p } = card.difference!;
      const isBetter = verdictOf(card.difference!) === 'better';
      const { difference, metric } = this.formats;
      const words = this.words.board[isBetter ? 'beats' : 'doesNotBeat'];
      const [low, high] = interval.map(difference);
      return html`<p
        class="verdict"
        data-verdict=${isBetter ? 'better' : 'worse'}
        data-model=${card.model}
      >
        ${words(
          this.titleOf(card.model),
          this.titleOf(baseline),
          difference(mean),
          `[${low}, ${high}]`,
          this.metricWord(judge),
        )}
        ${p === undefined ? nothing : html`<small>${this.words.board.chance(p < 0.0001 ? '<' : '=', metric(Math.max(p, 0.0001)))}</small>`}
      </p>`;
    });
  }

  #head({ metric }: Exam) {
    const { board, score } = this.words;
    return html`<tr>
      <th scope="col" class="number">${board.place}</th>
      <th scope="col">${score.model}</th>
      ${shown[metric].map((key) => html`<th scope="col" class="number">${metricName(key, this.words)}</th>`)}
      <th scope="col">${score.interval}</th>
      <th scope="col" class="number">${board.seconds}</th>
      <th scope="col" class="number">${board.size}</th>
    </tr>`;
  }

  #row({ card, run }: Entry, place: number, { entries, metric }: Exam) {
    const cards = entries.map((each) => each.card);
    return html`<tr data-model=${card.model} class=${run ? 'own' : nothing}>
      <td class="number">${place + 1}</td>
      <th scope="row">
        ${this.titleOf(card.model)}
        ${run ? nothing : html`<small>${this.words.board.baseline}</small>`}
      </th>
      ${shown[metric].map((key) => metricCell(key, card, this.formats))}
      <td>${intervalBar(card.metrics[metric], card.intervals[metric], scaleOf(metric, cards))}</td>
      <td class="number">${this.formats.short(card.seconds)}</td>
      <td class="number">${card.bytes === undefined ? '–' : this.formats.bytes(card.bytes)}</td>
    </tr>`;
  }

  /** Who is served worse, by each of the own models. */
  #slices({ entries }: Exam) {
    return entries
      .filter(({ run }) => run)
      .map(({ card }) => html`<slice-table .session=${this.session} .card=${card}></slice-table>`);
  }

  /** What the best of the own models would seem to be worth among sampled items. */
  #warning({ entries, metric: judge }: Exam) {
    const sampled = entries.find(({ card }) => card.sampled)?.card;
    if (!sampled || judge === 'rmse') return nothing;
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

/** An exam among others. */
function keyOf({ hash, metric }: Exam): string {
  return `${hash} ${metric}`;
}

customElements.define('leader-board', LeaderBoard);
