import { html, nothing } from 'lit';
import type { Headline, RunInfo } from '../../api';
import { curveTable } from '../charts/curve-table';
import '../charts/line-chart';
import { View } from '../view';
import { learningCurves, validationCurve } from './learning-curves';

/** How many former runs can be told apart beside the two curves of this one, and how many are offered. */
const [mostDrawn, mostOffered] = [4, 12];

/** The learning curve of the run that is shown, and of former ones beside it. */
class RunCurve extends View {
  /** The former runs that are drawn, by their ids. */
  #drawn: readonly string[] = [];

  override render() {
    const { run } = this.state.training;
    const epochs = run?.epochs ?? [];
    const { train } = this.words;
    const metric = this.judgeOf(run?.request.model ?? '');
    const validation = train.validation(this.metricWord(metric));
    const former = this.#former(metric);
    const drawn = former.filter(({ id }) => this.#drawn.includes(id));
    const beside = drawn.map((each) => validationCurve(each.epochs, metric, this.#nameOf(each)));
    const own = learningCurves(epochs, metric, { loss: train.loss, validation });
    return html`
      <section class="card curve" ?hidden=${epochs.length < 2}>
        <h2>${train.curve}</h2>
        <line-chart
          data-testid="training-curve"
          .curves=${[...own, ...beside]}
          .mark=${epochs.findLast((epoch) => epoch.best)?.epoch ?? null}
          .markLabel=${train.best}
          .xLabel=${train.epoch}
          .format=${this.formats.short}
        ></line-chart>
        ${
          beside.length > 0
            ? curveTable(beside, { summary: validation, x: train.epoch }, this.formats.metric)
            : nothing
        }
        ${former.length > 0 ? this.#choice(former, metric) : nothing}
      </section>
    `;
  }

  /** Other runs on these data that have a curve of the same metric, the newest first. */
  #former(metric: Headline): readonly RunInfo[] {
    const { runs, dataset, training } = this.state;
    return runs
      .filter(
        ({ id, request, epochs }) =>
          id !== training.run?.id &&
          request.dataset === dataset?.id &&
          epochs.length > 1 &&
          this.judgeOf(request.model) === metric,
      )
      .slice(0, mostOffered);
  }

  /** What can be drawn beside it, each in words as well. */
  #choice(former: readonly RunInfo[], metric: Headline) {
    const isFull = this.#drawn.length >= mostDrawn;
    return html`<details class="beside">
      <summary>${this.words.train.beside}</summary>
      ${former.map((run) => {
        const isDrawn = this.#drawn.includes(run.id);
        return html`<label class="check">
          <input
            type="checkbox"
            data-testid="draw-run"
            data-run=${run.id}
            .checked=${isDrawn}
            ?disabled=${isFull && !isDrawn}
            @change=${() => this.#toggle(run.id)}
          />
          <span>${this.#inWords(run, metric)}</span>
        </label>`;
      })}
    </details>`;
  }

  #nameOf({ request, startedAt }: RunInfo): string {
    return `${this.titleOf(request.model)} ${this.formats.time(startedAt)}`;
  }

  #inWords({ request, startedAt, epochs }: RunInfo, metric: Headline): string {
    const { count, date, time, metric: figure } = this.formats;
    const { train } = this.words;
    const best = epochs.findLast((epoch) => epoch.best)?.validation[metric];
    return train.former(
      this.titleOf(request.model),
      `${date(startedAt)} ${time(startedAt)}`,
      train.epochsDone(count(epochs.length)),
      best === undefined ? '–' : `${this.metricWord(metric)} ${figure(best)}`,
    );
  }

  #toggle(run: string): void {
    const without = this.#drawn.filter((id) => id !== run);
    this.#drawn = without.length < this.#drawn.length ? without : [...without, run];
    this.requestUpdate();
  }
}

customElements.define('run-curve', RunCurve);
