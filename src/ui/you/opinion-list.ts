import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Opinion } from '../../api';
import { icon } from '../icons';
import { itemCard } from '../item-card';
import { View } from '../view';

/** What the person at the screen said, newest first, each to be taken back. */
class OpinionList extends View {
  override render() {
    const { you } = this.words;
    const { opinions } = this.state.taste;
    return html`
      <section class="card">
        <h2>${you.opinions} <span class="count">${this.formats.count(opinions.length)}</span></h2>
        ${opinions.length === 0 ? html`<p class="muted">${you.noOpinions}</p>` : ''}
        <ul class="item-list compact" data-testid="you-opinions">
          ${repeat(
            opinions,
            ({ item }) => item,
            (opinion) => this.#entry(opinion),
          )}
        </ul>
      </section>
    `;
  }

  #entry(opinion: Opinion) {
    const { you } = this.words;
    const { item, title, kind, value } = opinion;
    const buttons = html`
      <span class="said small" data-kind=${kind}>
        ${you.said[kind]} ${value === null ? '' : this.formats.short(value)}
      </span>
      <button
        class="ghost icon-only"
        data-testid="take-back"
        aria-label="${you.takeBack}: ${title}"
        title=${you.takeBack}
        @click=${() => this.session.say(item, 'clear')}
      >
        ${icon('undo')}
      </button>
    `;
    return html`<li data-item=${item} data-kind=${kind}>${itemCard(opinion, buttons)}</li>`;
  }
}

customElements.define('opinion-list', OpinionList);
