import { html, nothing, svg } from 'lit';
import type { Cause, Explained } from '../../api';
import type { Formats } from '../format';
import type { Messages } from '../messages';

/** Causes that are named. */
const named = 6;

/** What spoke for a recommendation and against it, strongest first, each with its strength. */
export function causeList(explained: Explained, { you }: Messages, formats: Formats) {
  const { causes, exact } = explained;
  const strong = causes.filter(({ added }) => Math.abs(added) > 1e-9).slice(0, named);
  if (strong.length === 0) return html`<p class="muted small">${you.noCauses}</p>`;
  const most = Math.abs(strong[0].added);
  const others = explained.entries - strong.length;
  return html`
    <ul class="causes" data-testid="causes">
      ${strong.map(
        (cause) =>
          html`<li data-item=${cause.item} data-added=${cause.added}>
            <span>${saidOf(cause, you, formats)}</span>
            ${strengthBar(cause.added / most)}
            <span class="number small" aria-label=${you.added(formats.difference(cause.added))}>
              ${formats.difference(cause.added)}
            </span>
          </li>`,
      )}
    </ul>
    <p class="muted small">
      ${exact ? you.exact : you.sampled(formats.count(causes.length))}
      ${others > 0 ? you.othersToo(formats.count(others)) : nothing}
    </p>
  `;
}

function saidOf({ kind, value, title }: Cause, { because }: Messages['you'], { short }: Formats) {
  if (kind === 'rate') return because.rate(title, short(value ?? 0));
  return because[kind ?? 'chose'](title);
}

/** A share from -1 to 1 as a bar from the middle, to the left where it speaks against. */
export function strengthBar(share: number) {
  const width = 50 * Math.abs(share);
  return svg`<svg
    class="strength"
    data-sign=${share < 0 ? 'against' : 'for'}
    viewBox="0 0 100 10"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <rect class="rest" width="100" height="10" />
    <rect class="part" x=${share < 0 ? 50 - width : 50} width=${width} height="10" />
  </svg>`;
}
