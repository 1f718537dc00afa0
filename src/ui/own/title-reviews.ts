import { html, nothing } from 'lit';
import type { TitleReview, Verdict } from '../../api';
import { itemOf } from '../../client/list-opinions';
import type { OwnList } from '../../client/state';
import { icon } from '../icons';
import { View } from '../view';
import './absent-titles';
import { listedTitle, matchChoice, titled, type MatchLine } from './match-line';

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
      ${this.#toDecide(having('likely', 'review'))} ${this.#sure(having('sure'), own)}
      <absent-titles .session=${this.session} .lines=${having('none')}></absent-titles>
      ${this.#actions(lines, own)}
    `;
  }

  #toDecide(lines: readonly MatchLine[]) {
    if (lines.length === 0) return nothing;
    const { words, formats } = this;
    return html`
      <section class="card" data-testid="to-decide" data-count=${lines.length}>
        <div class="card-head">
          <h2>${words.own.toDecide} <span class="count">${formats.count(lines.length)}</span></h2>
          ${this.#likely(lines)}
        </div>
        <p class="muted small">${words.own.howToDecide}</p>
        ${lines.map((line) => matchChoice(this, line))}
      </section>
    `;
  }

  /** Takes what is likely all at once; what is not stays open. */
  #likely(lines: readonly MatchLine[]) {
    const count = lines.filter(({ review }) => review.verdict === 'likely').length;
    if (count === 0) return nothing;
    return html`
      <button class="secondary" data-testid="take-likely" @click=${this.session.chooseLikely}>
        ${this.words.own.takeLikely(this.formats.count(count))}
      </button>
    `;
  }

  #sure(lines: readonly MatchLine[], { choices }: OwnList) {
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
                  <span>${listedTitle(this, entry)} → ${titled(review.candidates[0])}</span>
                </label>
              </li>
            `,
          )}
        </ul>
      </details>
    `;
  }

  #actions(lines: readonly MatchLine[], { choices }: OwnList) {
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

  #keep(place: number, { candidates }: TitleReview, event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.session.chooseMatch(place, checked ? candidates[0].item : null);
  }
}

customElements.define('title-reviews', TitleReviews);
