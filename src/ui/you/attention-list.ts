import { html } from 'lit';
import type { Attended } from '../../api';
import type { Formats } from '../format';
import type { Messages } from '../messages';
import { strengthBar } from './cause-list';

/** Entries that are named. */
const named = 5;

/** What a model looked at, which is not what speaks for a recommendation. */
export function attentionList(
  attention: readonly Attended[],
  { you }: Messages,
  { percent }: Formats,
) {
  return html`
    <h3>${you.attention}</h3>
    <ul class="causes" data-testid="attention">
      ${attention
        .slice(0, named)
        .filter(({ share }) => share > 0)
        .map(
          ({ item, title, share }) =>
            html`<li data-item=${item} data-share=${share}>
              <span>${title}</span>
              ${strengthBar(share)}
              <span class="number small">${percent(share)}</span>
            </li>`,
        )}
    </ul>
    <p class="muted small">${you.attentionText}</p>
  `;
}
