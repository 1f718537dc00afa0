import { html } from 'lit';
import { columnsOf, type Curve } from './curves';

interface Words {
  /** What the table is, where it is folded. */
  readonly summary: string;
  readonly x: string;
}

/** Curves in words: a row for each place, a column for each curve. */
export function curveTable(curves: readonly Curve[], words: Words, format: (y: number) => string) {
  const [places, ...columns] = columnsOf(curves);
  return html`<details class="beside" data-testid="curve-table">
    <summary>${words.summary}</summary>
    <div class="scroll" role="group" tabindex="0" aria-label=${words.summary}>
      <table>
        <thead>
          <tr>
            <th scope="col" class="number">${words.x}</th>
            ${curves.map(({ label }) => html`<th scope="col" class="number">${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${places.map(
            (x, row) =>
              html`<tr>
                <th scope="row" class="number">${x}</th>
                ${columns.map((ys) => {
                  const y = ys[row];
                  return html`<td class="number">${y === null ? '–' : format(y)}</td>`;
                })}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
