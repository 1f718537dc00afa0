import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ServedItem } from '../../api';
import { toCsv } from '../csv';
import { icon } from '../icons';
import { itemCard } from '../item-card';
import { saveFile } from '../save-file';
import { View } from '../view';
import './control-panel';
import './item-details';
import './new-items-note';
import { opinionButtons } from './opinion-buttons';

/** The ranking, best first; what is said of an entry changes it at once. */
class RecommendationList extends View {
  override render() {
    const { you } = this.words;
    const { who, recommendations } = this.state.taste;
    const isYou = who === 'you';
    return html`
      <section class="card recommendations">
        <h2>${isYou ? you.forYou : you.forUser(who.user)}</h2>
        <control-panel .session=${this.session}></control-panel>
        <new-items-note .session=${this.session}></new-items-note>
        ${this.#note()}
        <ol
          class="item-list ranked"
          data-testid="recommendations"
          data-for=${isYou ? 'you' : who.user}
          aria-busy=${recommendations === null}
        >
          ${repeat(
            recommendations ?? [],
            ({ item }) => item,
            (recommendation, rank) => this.#entry(recommendation, rank),
          )}
        </ol>
        ${recommendations?.length ? this.#save(recommendations) : nothing}
      </section>
    `;
  }

  #save(list: readonly ServedItem[]) {
    const rows = list.map(({ item, title, year, genres, score }, rank) => {
      return [rank + 1, item, title, year, genres.join('|'), score];
    });
    const names = ['rank', 'item', 'title', 'year', 'genres', 'score'];
    return html`<button
      class="ghost"
      data-testid="save-list"
      @click=${() => saveFile(toCsv(names, rows), 'palate-list.csv')}
    >
      ${this.words.you.saveList}
    </button>`;
  }

  /** What there is to say of a list with nothing in it, or to one who said nothing. */
  #note() {
    const { you } = this.words;
    const { who, recommendations, opinions } = this.state.taste;
    if (recommendations?.length === 0) return html`<p class="muted">${you.nothingLeft}</p>`;
    const isNewcomer = who === 'you' && opinions.length === 0;
    return isNewcomer ? html`<p class="muted">${you.newcomer}</p>` : nothing;
  }

  #entry(recommendation: ServedItem, rank: number) {
    const { item, score } = recommendation;
    const { who, details } = this.state.taste;
    const isOpen = details?.item === item;
    const buttons = html`
      ${recommendation.isNew ? this.#newBadge() : nothing} ${this.#move(recommendation, rank)}
      ${who === 'you' ? opinionButtons(this.session, this.words, recommendation) : nothing}
      ${this.#look(recommendation, isOpen)}
    `;
    return html`<li
      data-item=${item}
      data-score=${score}
      title="${this.words.you.score} ${this.formats.short(score)}"
    >
      ${itemCard(recommendation, buttons)}
      ${
        isOpen
          ? html`<item-details .session=${this.session} .details=${details}></item-details>`
          : nothing
      }
    </li>`;
  }

  #newBadge() {
    const { badge, badgeText } = this.words.newItems;
    return html`<span class="new-badge small" data-testid="new-item" title=${badgeText}>
      ${badge}<span class="visually-hidden">${badgeText}</span>
    </span>`;
  }

  #look({ item, title }: ServedItem, isOpen: boolean) {
    const { look } = this.words.you;
    return html`<button
      class="ghost icon-only look"
      data-testid="look"
      aria-expanded=${isOpen}
      aria-label="${look}: ${title}"
      title=${look}
      @click=${() => this.session.lookAt(isOpen ? null : item)}
    >
      ${icon('why')}
    </button>`;
  }

  /** What the controls did to an entry. */
  #move({ by, place, propensity }: ServedItem, rank: number) {
    const { controls } = this.words;
    const { count, percent } = this.formats;
    if (by === 'pin') return html`<span class="move small" data-by="pin">${controls.pin}</span>`;
    if (by === 'lot') {
      return html`<span class="move small" data-by="lot"
        >${controls.lot(percent(propensity))}</span
      >`;
    }
    const moved = place - rank;
    if (moved === 0) return nothing;
    const places = count(Math.abs(moved));
    const words = moved > 0 ? controls.up(places) : controls.down(places);
    return html`<span class="move small" data-by=${moved > 0 ? 'up' : 'down'} title=${words}>
      <span aria-hidden="true">${moved > 0 ? '▲' : '▼'} ${places}</span>
      <span class="visually-hidden">${words}</span>
    </span>`;
  }
}

customElements.define('recommendation-list', RecommendationList);
