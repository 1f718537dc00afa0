import { html, nothing } from 'lit';
import type { Scorecard } from '../api';
import type { Formats } from './format';
import type { Messages } from './messages';

/** What a model of two stages loses before it ranks, in a sentence; nothing of all others. */
export function recallLost(
  { metrics }: Pick<Scorecard, 'metrics'>,
  title: string,
  { score }: Messages,
  { percent }: Formats,
) {
  const lost = metrics['recall-lost'];
  if (lost === undefined) return nothing;
  return html`<p class="muted small" data-metric="recall-lost" data-value=${lost}>
    ${score.recallLost(title, percent(lost))}
  </p>`;
}
