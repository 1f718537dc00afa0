import { html, nothing } from 'lit';
import type { EpochReport, Headline } from '../../api';
import { View } from '../view';
import { epochSeconds } from './epoch-seconds';

/** The learning curve as a table: one row an epoch. */
class EpochTable extends View {
  override render() {
    const { run } = this.state.training;
    const epochs = run?.epochs ?? [];
    const { train } = this.words;
    const metric = this.judgeOf(run?.request.model ?? '');
    const seconds = epochSeconds(epochs);
    const best = epochs.findLast((report) => report.best)?.epoch;
    return html`
      <details open class="card table-card" ?hidden=${epochs.length === 0}>
        <summary>${train.table}</summary>
        <div class="scroll" role="group" tabindex="0" aria-label=${train.table}>
          <table data-testid="training-table">
            <thead>
              <tr>
                <th scope="col" class="number">${train.epoch}</th>
                <th scope="col" class="number">${train.loss}</th>
                <th scope="col" class="number">${train.validation(this.metricWord(metric))}</th>
                <th scope="col" class="number">${train.seconds}</th>
              </tr>
            </thead>
            <tbody>
              ${epochs.map((report, place) =>
                this.#row({ ...report, seconds: seconds[place] }, metric, best),
              )}
            </tbody>
          </table>
        </div>
      </details>
    `;
  }

  #row({ epoch, loss, validation, seconds }: EpochReport, judge: Headline, best?: number) {
    const { count, metric, short } = this.formats;
    return html`<tr data-epoch=${epoch} class=${epoch === best ? 'best' : nothing}>
      <th scope="row" class="number">${count(epoch)}</th>
      ${cell('loss', loss, short)} ${cell(judge, validation[judge], metric)}
      <td class="number">${short(seconds)}</td>
    </tr>`;
  }
}

function cell(name: string, value: number | undefined, format: (n: number) => string) {
  return html`<td class="number" data-metric=${name} data-value=${value ?? nothing}>
    ${value === undefined ? '–' : format(value)}
  </td>`;
}

customElements.define('epoch-table', EpochTable);
