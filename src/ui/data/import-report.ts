import { html, nothing } from 'lit';
import type { ImportReport, Problem } from '../../api';
import { View } from '../view';

/** What the import did with the lines it met: counts by kind, and the first of them. */
class ImportReportView extends View {
  override render() {
    const report = this.state.dataset?.source === 'file' ? this.state.dataset.report : null;
    if (!report) return nothing;
    const total = Object.values(report.counts).reduce((sum, n) => sum + n, 0);
    return html`
      <section class="card" data-testid="import-problems" data-count=${total}>
        <h2>${this.words.report.title}</h2>
        ${total === 0 ? this.#clean(report) : this.#problems(report)}
      </section>
    `;
  }

  #clean({ rows }: ImportReport) {
    return html`<p>${this.words.report.clean(this.formats.count(rows))}</p>`;
  }

  #problems({ rows, kept, counts, problems, duplicates }: ImportReport) {
    const { report } = this.words;
    const { count } = this.formats;
    return html`
      <p>${report.kept(count(kept), count(rows))}</p>
      <ul class="tallies">
        ${Object.entries(report.kinds).map(([kind, name]) => {
          const n = counts[kind as Problem['why']] ?? 0;
          return n > 0
            ? html`<li data-problem=${kind} data-value=${n}>
                <strong>${count(n)}</strong> ${name}${
                  kind === 'duplicate' && duplicates ? report.settled[duplicates] : nothing
                }
              </li>`
            : nothing;
        })}
      </ul>
      ${
        problems.length > 0
          ? html`<details>
              <summary>${report.first(count(problems.length))}</summary>
              ${this.#table(problems)}
            </details>`
          : nothing
      }
    `;
  }

  #table(problems: readonly Problem[]) {
    const { report } = this.words;
    return html`<div class="scroll" role="group" tabindex="0" aria-label=${report.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">${report.file}</th>
            <th scope="col" class="number">${report.line}</th>
            <th scope="col">${report.why}</th>
            <th scope="col">${report.text}</th>
          </tr>
        </thead>
        <tbody>
          ${problems.map(
            ({ file, line, why, text }) =>
              html`<tr data-line=${line}>
                <td>${file}</td>
                <td class="number">${this.formats.count(line)}</td>
                <td>${report.kinds[why]}</td>
                <td><code>${text}</code></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

customElements.define('import-report', ImportReportView);
