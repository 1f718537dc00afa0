import { html, nothing } from 'lit';
import { mostQuestions } from '../../client/onboarding-actions';
import { itemCard } from '../item-card';
import { View } from '../view';
import { opinionButtons } from './opinion-buttons';

/** Asks someone new about a few well-known items. */
class OnboardingCard extends View {
  override render() {
    const { ask } = this.words;
    const { question, asked, state } = this.state.taste.onboarding;
    if (state !== 'asking' || !question) return nothing;
    const { count } = this.formats;
    const progress = ask.progress(count(asked), count(mostQuestions));
    return html`
      <section class="card onboarding" data-testid="onboarding" data-asked=${asked}>
        <h2>${ask.title}</h2>
        <p class="muted small">${ask.text}</p>
        <progress max=${mostQuestions} .value=${asked} aria-label=${progress}></progress>
        <p class="small" role="status">${progress}</p>
        <div data-item=${question.item}>
          ${itemCard(question, opinionButtons(this.session, this.words, question))}
        </div>
        <div class="button-row">
          <button class="secondary" data-testid="question-skip" @click=${this.session.skipQuestion}>
            ${ask.skip}
          </button>
          <button class="ghost" data-testid="questions-end" @click=${this.session.endQuestions}>
            ${ask.end}
          </button>
        </div>
      </section>
    `;
  }
}

customElements.define('onboarding-card', OnboardingCard);
