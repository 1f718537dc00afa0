import { html, svg } from 'lit';

/** One bar: `text` is its value as a person reads it. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
}

/** Up to this many bars carry their own label; beyond, only the first and the last do. */
const labelled = 12;

/** Bars side by side, as wide as there is room; the same as a table for those who cannot see it. */
export function barChart(bars: readonly Bar[], title: string) {
  const highest = Math.max(...bars.map(({ value }) => value), 1);
  const gap = bars.length > 40 ? 0.1 : 0.25;
  return html`
    <div class="bar-chart">
      <svg viewBox="0 0 ${bars.length} 100" preserveAspectRatio="none" aria-hidden="true">
        ${bars.map(({ label, value, text }, i) => {
          const height = (100 * value) / highest;
          return svg`<rect x=${i + gap / 2} y=${100 - height} width=${1 - gap} height=${height}>
            <title>${label}: ${text}</title>
          </rect>`;
        })}
      </svg>
      <div
        class="bar-labels"
        data-spread=${bars.length > labelled ? 'ends' : 'all'}
        aria-hidden="true"
      >
        ${(bars.length > labelled ? [bars[0], bars[bars.length - 1]] : bars).map(
          ({ label }) => html`<span>${label}</span>`,
        )}
      </div>
      <div class="visually-hidden">
        <table>
          <caption>
            ${title}
          </caption>
          ${bars.map(
            ({ label, text }) =>
              html`<tr>
                <th scope="row">${label}</th>
                <td>${text}</td>
              </tr>`,
          )}
        </table>
      </div>
    </div>
  `;
}
