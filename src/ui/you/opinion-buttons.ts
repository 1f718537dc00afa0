import { html, nothing } from 'lit';
import type { ItemCard, Opinion } from '../../api';
import type { Session } from '../../client/session';
import type { Messages } from '../messages';
import { icon } from '../icons';
import { valueOfStars } from './stars';

const stars = [1, 2, 3, 4, 5] as const;

/** Everything that can be said of an item: stars where the data have ratings, else thumbs; and never show. */
export function opinionButtons(
  session: Session,
  { you }: Messages,
  { item, title }: ItemCard,
  opinion?: Opinion,
) {
  const range = session.get().dataset?.valueRange ?? [1, 5];
  const hasRatings = range[1] > range[0];
  const given = opinion?.kind === 'rate' ? (opinion.value ?? 0) : 0;
  const kindButton = (kind: 'like' | 'dislike' | 'hide') =>
    html`<button
      class="ghost icon-only"
      data-testid=${kind === 'like' ? 'you-rate' : kind}
      data-kind=${kind}
      data-value=${kind === 'like' ? 1 : nothing}
      aria-label="${you[kind]}: ${title}"
      title=${you[kind]}
      aria-pressed=${opinion?.kind === kind}
      @click=${() => session.say(item, kind)}
    >
      ${icon(kind)}
    </button>`;
  const starButton = (n: number) =>
    html`<button
      class="star"
      data-testid="you-rate"
      data-value=${n}
      data-filled=${given >= valueOfStars(n, range)}
      aria-pressed=${given > 0 && given === valueOfStars(n, range)}
      aria-label="${you.rate(String(n))}: ${title}"
      @click=${() => session.say(item, 'rate', valueOfStars(n, range))}
    >
      ${icon('star')}
    </button>`;
  return html`
    <div class="opinion">
      ${
        hasRatings
          ? html`<span class="stars" role="group" aria-label=${title}
              >${stars.map(starButton)}</span
            >`
          : html`${kindButton('like')} ${kindButton('dislike')}`
      }
      ${kindButton('hide')}
    </div>
  `;
}
