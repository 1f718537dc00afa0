import { html, nothing } from 'lit';
import type { ItemCard, LessonInfo } from '../../api';
import { View } from '../view';

/** Whether the model learns on from what is said, when it last did, and what came of it. */
class LearningCard extends View {
  override render() {
    const { learning: words } = this.words;
    const { recommender, models, taste, training } = this.state;
    const model = models.find(({ name }) => name === recommender?.model);
    if (!recommender || !model) return nothing;
    if (!model.fineTunes) {
      return html`<section class="card" data-testid="learns-nothing">
        <p class="muted small">${words.folds}</p>
      </section>`;
    }
    const { on, busy } = taste.learning;
    const [last] = recommender.lessons ?? [];
    return html`
      <section class="card learning" data-testid="learning" aria-busy=${busy}>
        <label class="switch">
          <input
            type="checkbox"
            role="switch"
            data-testid="learn-switch"
            .checked=${on}
            @change=${this.#onSwitch}
          />
          <span>${words.title}</span>
        </label>
        <p class="muted small">${words.text}</p>
        ${last ? this.#lesson(last) : html`<p class="small">${words.never}</p>`}
        <div class="button-row">
          <button
            class="secondary"
            data-testid="learn-now"
            ?disabled=${busy || training.busy || taste.opinions.length === 0}
            @click=${this.session.learnNow}
          >
            ${busy ? words.busy : words.now}
          </button>
          ${
            recommender.lessons?.some(({ outcome }) => outcome === 'kept')
              ? html`<button
                  class="ghost"
                  data-testid="learn-undo"
                  ?disabled=${busy}
                  @click=${this.session.undoLesson}
                >
                  ${words.undo}
                </button>`
              : nothing
          }
        </div>
      </section>
    `;
  }

  /** When, from how much, and what came of it. */
  #lesson(lesson: LessonInfo) {
    const { learning: words } = this.words;
    const { date, time, count, short, metric } = this.formats;
    const { at, fresh, history, seconds, others, before, after, outcome, entered, left } = lesson;
    const when = `${date(at)}, ${time(at)}`;
    return html`<div
      class="lesson small"
      role="status"
      data-testid="lesson"
      data-number=${lesson.number}
      data-outcome=${outcome}
    >
      <p>${words.last(when, count(fresh), count(history.length), short(seconds))}</p>
      <p data-before=${before} data-after=${after}>
        ${words.validation(metric(before), metric(after), count(others))} ${words.outcomes[outcome]}
      </p>
      ${
        outcome === 'kept'
          ? html`${titles(words.entered, entered)} ${titles(words.left, left)}
            ${entered.length === 0 ? html`<p>${words.same}</p>` : nothing}`
          : nothing
      }
    </div>`;
  }

  #onSwitch = (event: Event): void => {
    void this.session.letLearn((event.target as HTMLInputElement).checked);
  };
}

function titles(label: string, cards: readonly ItemCard[]) {
  if (cards.length === 0) return nothing;
  return html`<p>${label}: ${cards.map(({ title }) => title).join(' · ')}</p>`;
}

customElements.define('learning-card', LearningCard);
