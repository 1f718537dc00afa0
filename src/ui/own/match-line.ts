import { html, nothing } from 'lit';
import type { ItemCard, PersonalEntry, TitleReview } from '../../api';
import type { View } from '../view';

/** An entry of the list, what it may mean, and its place. */
export interface MatchLine {
  readonly entry: PersonalEntry;
  readonly review: TitleReview;
  readonly place: number;
}

/** What the list says: title, year, rating. */
export function listedTitle({ formats }: View, entry: PersonalEntry) {
  const { rating } = entry;
  return html`<span class="listed">${titled(entry)}</span>
    ${rating === null ? nothing : html`<strong class="small">${formats.short(rating)}</strong>`}`;
}

/** What an entry may mean, to choose from. */
export function matchChoice(view: View, { entry, review, place }: MatchLine) {
  const chosen = view.state.own?.choices.get(place);
  const radio = (item: string | null, label: string) => html`
    <label class="check">
      <input
        type="radio"
        name="match-${place}"
        .checked=${chosen === item}
        @change=${() => view.session.chooseMatch(place, item)}
      />
      <span>${label}</span>
    </label>
  `;
  return html`
    <fieldset class="match" data-testid="match" data-place=${place}>
      <legend>${listedTitle(view, entry)}</legend>
      ${review.candidates.map((candidate) => radio(candidate.item, titled(candidate)))}
      ${radio(null, view.words.own.noneOfThese)}
    </fieldset>
  `;
}

export function titled({ title, year }: Pick<ItemCard, 'title' | 'year'>): string {
  return year === null ? title : `${title} (${year})`;
}
