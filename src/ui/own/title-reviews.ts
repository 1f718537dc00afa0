import { html, nothing } from 'lit';
import type { ItemCard, PersonalEntry, TitleReview, Verdict } from '../../api';
import { itemOf } from '../../client/list-opinions';
import type { OwnList } from '../../client/state';
import { icon } from '../icons';
import { View } from '../view';

/** An entry of the list, what it may mean, and its place. */
interface Line {
  readonly entry: PersonalEntry;
  readonly review: TitleReview;
  readonly place: number;
}

/** What the titles of a list were found to mean: the sure ones folded, the others to decide on. */
class TitleReviews extends View {
  override render() {
    const { own } = this.state;
    if (!own?.reviews) return nothing;
    const { reviews, list } = own;
    const lines = reviews.map((review, place) => ({ review, place, entry: list.entries[place] }));
    const having = (...verdicts: Verdict[]) =>
      lines.filter(({ review }) => verdicts.includes(review.verdict));
    return html`
      ${this.#toDecide(having('likely', 'review'), own)} ${this.#sure(having('sure'), own)}
      ${this.#absent(having('none'))} ${this.#actions(lines, own)}
    `;
  }

  #toDecide(lines: readonly Line[], own: OwnList) {
    if (lines.length === 0) return nothing;
    const { words, formats } = this;
    return html`
      <section class="card" data-testid="to-decide" data-count=${lines.length}>
        <div class="card-head">
          <h2>${words.own.toDecide} <span class="count">${formats.count(lines.length)}</span></h2>
          ${this.#likely(lines)}
        </div>
        <p class="muted small">${words.own.howToDecide}</p>
        ${lines.map((line) => this.#choice(line, own))}
      </section>
    `;
  }

  /** Takes what is likely all at once; what is not stays open. */
  #likely(lines: readonly Line[]) {
    const count = lines.filter(({ review }) => review.verdict === 'likely').length;
    if (count === 0) return nothing;
    return html`
      <button class="secondary" data-testid="take-likely" @click=${this.session.chooseLikely}>
        ${this.words.own.takeLikely(this.formats.count(count))}
      </button>
    `;
  }

  #choice({ entry, review, place }: Line, { choices }: OwnList) {
    const chosen = choices.get(place);
    const radio = (item: string | null, label: string) => html`
      <label class="check">
        <input
          type="radio"
          name="match-${place}"
          .checked=${chosen === item}
          @change=${() => this.session.chooseMatch(place, item)}
        />
        <span>${label}</span>
      </label>
    `;
    return html`
      <fieldset class="match" data-testid="match" data-place=${place}>
        <legend>${this.#said(entry)}</legend>
        ${review.candidates.map((candidate) => radio(candidate.item, titled(candidate)))}
        ${radio(null, this.words.own.noneOfThese)}
      </fieldset>
    `;
  }

  #sure(lines: readonly Line[], { choices }: OwnList) {
    const { own } = this.words;
    return html`
      <details class="card" data-testid="sure" data-count=${lines.length}>
        <summary>
          ${own.sure} <span class="count">${this.formats.count(lines.length)}</span>
        </summary>
        <ul class="match-list">
          ${lines.map(
            ({ entry, review, place }) => html`
              <li>
                <label class="check">
                  <input
                    type="checkbox"
                    .checked=${itemOf(place, review, choices) !== null}
                    @change=${(event: Event) => this.#keep(place, review, event)}
                  />
                  <span>${this.#said(entry)} → ${titled(review.candidates[0])}</span>
                </label>
              </li>
            `,
          )}
        </ul>
      </details>
    `;
  }

  #absent(lines: readonly Line[]) {
    if (lines.length === 0) return nothing;
    return html`
      <details class="card" data-testid="absent" data-count=${lines.length}>
        <summary>
          ${this.words.own.absent} <span class="count">${this.formats.count(lines.length)}</span>
        </summary>
        <ul class="match-list">
          ${lines.map(({ entry }) => html`<li>${this.#said(entry)}</li>`)}
        </ul>
      </details>
    `;
  }

  #actions(lines: readonly Line[], { choices }: OwnList) {
    const taken = lines.filter(({ review, place }) => itemOf(place, review, choices) !== null);
    const { own } = this.words;
    return html`
      <div class="action-bar">
        <span class="muted small" role="status">
          ${own.taken(this.formats.count(taken.length), this.formats.count(lines.length))}
        </span>
        <button
          class="primary"
          data-testid="own-accept"
          data-taken=${taken.length}
          ?disabled=${taken.length === 0}
          @click=${this.session.acceptList}
        >
          ${this.state.recommender ? own.accept : own.acceptThenTrain}${icon('arrow')}
        </button>
      </div>
    `;
  }

  /** What the list says: title, year, rating. */
  #said({ title, year, rating }: PersonalEntry) {
    return html`<span class="listed">${title}${year === null ? '' : ` (${year})`}</span>
      ${rating === null ? nothing : html`<strong class="small">${this.formats.short(rating)}</strong>`}`;
  }

  #keep(place: number, { candidates }: TitleReview, event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.session.chooseMatch(place, checked ? candidates[0].item : null);
  }
}

function titled({ title, year }: ItemCard): string {
  return year === null ? title : `${title} (${year})`;
}

customElements.define('title-reviews', TitleReviews);
