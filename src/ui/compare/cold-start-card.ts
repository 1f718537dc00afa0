import { html, nothing } from 'lit';
import type { ColdStart, RunInfo } from '../../api';
import { bandChart } from '../charts/band-chart';
import { View } from '../view';
import { firstLead } from './first-lead';

/** How good the model of a run is with how few ratings: measured when asked for. */
class ColdStartCard extends View {
  static override properties = { ...View.properties, runs: { attribute: false } };
  declare runs: readonly RunInfo[];
  #chosen = '';

  override render() {
    const runs = this.runs.filter(
      ({ request, state, epochs }) =>
        state === 'done' && epochs.length > 0 && this.judgeOf(request.model) !== 'rmse',
    );
    const run = runs.find(({ id }) => id === this.#chosen) ?? runs[0];
    if (!run) return nothing;
    const { cold } = this.words;
    return html`<section class="card cold-start" data-testid="cold-start">
      <h2>${cold.title}</h2>
      <p class="muted">${cold.lead}</p>
      <div class="button-row">${this.#choice(runs, run)} ${this.#start(run)}</div>
      ${run.coldStart ? this.#result(run, run.coldStart) : nothing}
    </section>`;
  }

  #choice(runs: readonly RunInfo[], chosen: RunInfo) {
    const { date, time } = this.formats;
    const choose = (event: Event): void => {
      this.#chosen = (event.target as HTMLSelectElement).value;
      this.requestUpdate();
    };
    return html`<label class="field inline">
      <span>${this.words.compare.run}</span>
      <select data-testid="cold-run" @change=${choose}>
        ${runs.map(
          ({ id, request, startedAt }) =>
            html`<option value=${id} .selected=${id === chosen.id}>
              ${this.titleOf(request.model)}, ${date(startedAt)} ${time(startedAt)}
            </option>`,
        )}
      </select>
    </label>`;
  }

  #start({ id, coldStart }: RunInfo) {
    const { cold, cancel } = this.words;
    const { measuring, training } = this.state;
    if (!measuring) {
      return html`<button
        class="secondary"
        data-testid="cold-measure"
        ?disabled=${training.busy}
        @click=${() => this.session.measureColdStart(id)}
      >
        ${coldStart ? cold.again : cold.measure}
      </button>`;
    }
    return html`<progress
        aria-label=${cold.steps[measuring.step]}
        data-testid="cold-progress"
        max="1"
        .value=${measuring.done}
      ></progress>
      <span class="muted small">${cold.steps[measuring.step]}</span>
      <button class="secondary" data-testid="cold-cancel" @click=${() => this.session.stop()}>
        ${cancel}
      </button>`;
  }

  #result({ request }: RunInfo, { people, seed, stages }: ColdStart) {
    const { cold } = this.words;
    const { count, metric } = this.formats;
    const model = this.titleOf(request.model);
    const popular = this.titleOf('popularity');
    const from = firstLead(stages);
    const bands = [
      { kind: 'other' as const, of: stages.map((stage) => stage.popularity) },
      { kind: 'own' as const, of: stages.map((stage) => stage.foldIn) },
    ].map(({ kind, of }) => ({
      kind,
      means: of.map(({ mean }) => mean),
      intervals: of.map(({ interval }) => interval),
    }));
    return html`
      <p class="verdict" data-testid="cold-verdict" data-from=${from ?? 'never'}>
        ${from === null ? cold.never(model, popular) : cold.from(model, popular, count(from))}
      </p>
      <div class="cold-keys small">
        <span class="key" data-kind="own">${model}</span>
        <span class="key" data-kind="other">${popular}</span>
      </div>
      ${bandChart(
        stages.map(({ known }) => count(known)),
        bands,
        metric,
      )}
      <p class="muted small">${cold.axis}</p>
      ${this.#table(stages, model, popular)}
      <p class="muted small">${cold.protocol(count(people), String(seed))}</p>
    `;
  }

  #table(stages: ColdStart['stages'], model: string, popular: string) {
    const { cold } = this.words;
    const { count, metric, difference } = this.formats;
    const said = ([low, high]: readonly [number, number], show: (value: number) => string) =>
      html`<small>[${show(low)}, ${show(high)}]</small>`;
    return html`<div class="scroll" role="group" tabindex="0" aria-label=${cold.title}>
      <table data-testid="cold-table">
        <thead>
          <tr>
            <th scope="col" class="number">${cold.known}</th>
            <th scope="col" class="number">${model}</th>
            <th scope="col" class="number">${popular}</th>
            <th scope="col" class="number">${cold.difference}</th>
          </tr>
        </thead>
        <tbody>
          ${stages.map(
            ({ known, foldIn, popularity, lead }) =>
              html`<tr data-known=${known}>
                <th scope="row" class="number">${count(known)}</th>
                <td class="number" data-value=${foldIn.mean}>
                  ${metric(foldIn.mean)} ${said(foldIn.interval, metric)}
                </td>
                <td class="number" data-value=${popularity.mean}>
                  ${metric(popularity.mean)} ${said(popularity.interval, metric)}
                </td>
                <td class="number" data-value=${lead.mean}>
                  ${difference(lead.mean)} ${said(lead.interval, difference)}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

customElements.define('cold-start-card', ColdStartCard);
