import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Recommendation } from '../../api';
import { itemCard } from '../item-card';
import { View } from '../view';
import { opinionButtons } from './opinion-buttons';

/** The ranking, best first; what is said of an entry changes it at once. */
class RecommendationList extends View {
  override render() {
    const { you } = this.words;
    const { who, recommendations, opinions } = this.state.taste;
    const isYou = who === 'you';
    return html`
      <section class="card recommendations">
        <h2>${isYou ? you.forYou : you.forUser(who.user)}</h2>
        ${isYou && opinions.length === 0 ? html`<p class="muted">${you.newcomer}</p>` : nothing}
        ${recommendations?.length === 0 ? html`<p class="muted">${you.nothingLeft}</p>` : nothing}
        <ol
          class="item-list ranked"
          data-testid="recommendations"
          data-for=${isYou ? 'you' : who.user}
          aria-busy=${recommendations === null}
        >
          ${repeat(
            recommendations ?? [],
            ({ item }) => item,
            (recommendation) => this.#entry(recommendation),
          )}
        </ol>
      </section>
    `;
  }

  #entry(recommendation: Recommendation) {
    const { item, score } = recommendation;
    const buttons =
      this.state.taste.who === 'you'
        ? opinionButtons(this.session, this.words, recommendation)
        : nothing;
    return html`<li
      data-item=${item}
      data-score=${score}
      title="${this.words.you.score} ${this.formats.short(score)}"
    >
      ${itemCard(recommendation, buttons)}
    </li>`;
  }
}

customElements.define('recommendation-list', RecommendationList);
