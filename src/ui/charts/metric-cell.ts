import { html, nothing } from 'lit';
import type { Scorecard } from '../../api';
import type { Formats } from '../format';

/** A metric with its interval, as a cell that says its value unrounded as well. */
export function metricCell(
  key: string,
  { metrics, intervals }: Pick<Scorecard, 'metrics' | 'intervals'>,
  { metric }: Formats,
) {
  const value = metrics[key];
  const interval = intervals[key];
  return html`<td class="number" data-metric=${key} data-value=${value ?? nothing}>
    ${value === undefined ? '–' : metric(value)}
    ${interval ? html`<small>${metric(interval[0])}–${metric(interval[1])}</small>` : nothing}
  </td>`;
}
