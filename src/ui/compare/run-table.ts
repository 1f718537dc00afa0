import { html, nothing } from 'lit';
import type { RunInfo } from '../../api';
import { icon } from '../icons';
import { metricName } from '../metric-name';
import { ask, question } from '../question';
import { View } from '../view';
import { bestOf, cutoffs, metricsOf, sameExam, sortRuns, valueOf } from './columns';
import type { Cutoff, Order } from './columns';

/** Runs × metrics, sortable by any of them; the best of those on the same split stands out. */
class RunTable extends View {
  static override properties = { ...View.properties, runs: { attribute: false } };
  declare runs: readonly RunInfo[];
  /** The run that is about to be removed. */
  #doomed: RunInfo | null = null;
  #cutoff: Cutoff = 10;
  #order: Order = { by: 'date', direction: 'descending' };

  override render() {
    const { compare } = this.words;
    return html`
      <section class="card">
        <div class="segments" role="group" aria-label=${compare.cutoff}>
          <span class="muted small">${compare.cutoff}</span>
          ${cutoffs.map(
            (cutoff) =>
              html`<button
                class="segment"
                aria-pressed=${cutoff === this.#cutoff}
                @click=${() => this.#cut(cutoff)}
              >
                @${cutoff}
              </button>`,
          )}
        </div>
        <div class="scroll" role="group" tabindex="0" aria-label=${compare.title}>
          <table class="runs" data-testid="run-table">
            <thead>
              ${this.#head()}
            </thead>
            <tbody>
              ${sortRuns(this.runs, this.#order).map((run) => this.#row(run))}
            </tbody>
          </table>
        </div>
        ${this.#question()}
      </section>
    `;
  }

  #question() {
    const { compare, data, cancel } = this.words;
    return question(
      {
        name: compare.removeRun(this.#doomed ? this.titleOf(this.#doomed.request.model) : ''),
        text: compare.removeAsk,
        yes: data.removeConfirm,
        no: cancel,
        testId: 'remove-run-confirm',
      },
      () => {
        if (this.#doomed) void this.session.removeRun(this.#doomed.id);
      },
    );
  }

  #onRemove(run: RunInfo): void {
    this.#doomed = run;
    this.requestUpdate();
    ask(this);
  }

  #head() {
    const { compare } = this.words;
    return html`<tr>
      <th scope="col">${compare.run}</th>
      ${metricsOf(this.runs, this.#cutoff).map((key) => this.#sortable(key, metricName(key.split('@')[0], this.words)))}
      <th scope="col">${compare.split}</th>
      <th scope="col" class="number">${compare.seed}</th>
      <th scope="col" class="number">${compare.minValue}</th>
      <th scope="col" class="number">${compare.kCore}</th>
      <th scope="col" class="number">${compare.reads}</th>
      ${this.#sortable('date', compare.date)}
      <th><span class="visually-hidden">${this.words.remove}</span></th>
    </tr>`;
  }

  #sortable(key: string, name: string) {
    const { by, direction } = this.#order;
    return html`<th scope="col" class="number" aria-sort=${by === key ? direction : 'none'}>
      <button class="sort" title=${this.words.compare.sortBy(name)} @click=${() => this.#sort(key)}>
        ${name}
      </button>
    </th>`;
  }

  #row(run: RunInfo) {
    const { words, formats } = this;
    const { id, request, split, testReads, startedAt, state } = run;
    const title = this.titleOf(request.model);
    return html`<tr data-run=${id} data-model=${request.model}>
      <th scope="row">
        ${title} ${state === 'done' ? nothing : html`<small>${words.train.states[state]}</small>`}
      </th>
      ${metricsOf(this.runs, this.#cutoff).map((key) => this.#cell(run, key))}
      <td>
        ${words.train.splits[split?.protocol ?? request.split]}
        <small><code>${split?.hash.slice(0, 8)}</code></small>
      </td>
      <td class="number">${request.seed}</td>
      <td class="number">${request.minValue ?? words.compare.all}</td>
      <td class="number">${request.kCore ?? words.compare.all}</td>
      <td class="number">${formats.count(testReads)}</td>
      <td class="number nowrap">
        ${formats.date(startedAt)}<small>${formats.time(startedAt)}</small>
      </td>
      <td>
        <button
          class="ghost icon-only"
          aria-label=${words.compare.removeRun(title)}
          title=${words.compare.removeRun(title)}
          data-testid="remove-run"
          @click=${() => this.#onRemove(run)}
        >
          ${icon('trash')}
        </button>
      </td>
    </tr>`;
  }

  #cell(run: RunInfo, key: string) {
    // What is made to predict ratings is not shown as if it ranked.
    const isJudged = this.judgeOf(run.request.model) !== 'rmse' || key === 'rmse';
    const value = isJudged ? valueOf(run, key) : undefined;
    const best = bestOf(sameExam(this.runs, run), key);
    return html`<td
      class="number ${value !== undefined && value === best ? 'best-value' : ''}"
      data-metric=${key}
      data-value=${value ?? nothing}
    >
      ${value === undefined ? '–' : this.formats.metric(value)}
    </td>`;
  }

  #cut(cutoff: Cutoff): void {
    const by = this.#order.by.replace(/@\d+$/, `@${cutoff}`);
    this.#order = { ...this.#order, by };
    this.#cutoff = cutoff;
    this.requestUpdate();
  }

  #sort(by: string): void {
    const again = this.#order.by === by && this.#order.direction === 'descending';
    this.#order = { by, direction: again ? 'ascending' : 'descending' };
    this.requestUpdate();
  }
}

customElements.define('run-table', RunTable);
