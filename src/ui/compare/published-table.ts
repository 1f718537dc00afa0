import { html, nothing } from 'lit';
import type { PublishedFigure } from '../../api';
import { metricName } from '../metric-name';
import { View } from '../view';
import { obstacleTo } from './agreement';
import type { Exam } from './exams';
import { filterWords } from './filter-words';

/** What others have published: grey, unless data, split and filter are those of the exam. */
class PublishedTable extends View {
  static override properties = { ...View.properties, exam: { attribute: false } };
  declare exam: Exam;

  override render() {
    const { board } = this.words;
    const { dataset, published } = this.state;
    const figures = published.map((figure) => ({
      figure,
      obstacle: dataset && obstacleTo(figure, dataset, this.exam),
    }));
    const agreeing = figures.filter(({ obstacle }) => obstacle === null).length;
    return html`
      <details class="card table-card" data-testid="published" ?open=${agreeing > 0}>
        <summary>${board.published}</summary>
        <p class="muted">${board.publishedLead(this.formats.count(agreeing))}</p>
        <div class="scroll" role="group" tabindex="0" aria-label=${board.published}>
          <table class="published">
            <tbody>
              ${figures.map(({ figure, obstacle }) => this.#row(figure, obstacle))}
            </tbody>
          </table>
        </div>
      </details>
    `;
  }

  #row(figure: PublishedFigure, obstacle: ReturnType<typeof obstacleTo>) {
    const { board } = this.words;
    const { title, data, protocol, minValue, metrics, source } = figure;
    const values = Object.entries(metrics).map(
      ([key, value]) => html`<li>${metricName(key, this.words)} ${this.formats.metric(value)}</li>`,
    );
    const filter = filterWords({ minValue }, this.words);
    return html`<tr class=${obstacle ? 'greyed' : 'agrees'} data-figure=${figure.name}>
      <th scope="row">${title}<small>${data.title}</small></th>
      <td class="nowrap">
        <ul>
          ${values}
        </ul>
      </td>
      <td>${protocol}${filter}<small>${source}</small></td>
      <td>${obstacle ? html`<small>${board.obstacles[obstacle]}</small>` : nothing}</td>
    </tr>`;
  }
}

customElements.define('published-table', PublishedTable);
