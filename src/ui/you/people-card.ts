import { html } from 'lit';
import type { PeopleLikeYou } from '../../api';
import { itemCard } from '../item-card';
import { View } from '../view';

/** What people of like mind chose, on demand; who they are is never known here. */
class PeopleCard extends View {
  #asking = false;

  override render() {
    const { you } = this.words;
    const { people } = this.state.taste;
    return html`
      <section class="card" data-testid="people-like-you">
        <h2>${you.people}</h2>
        <p class="muted small">${you.peopleText}</p>
        ${
          people
            ? this.#shared(people)
            : html`<button
                class="secondary"
                data-testid="people-ask"
                aria-busy=${this.#asking}
                ?disabled=${this.#asking}
                @click=${this.#onAsk}
              >
                ${this.#asking ? you.thinking : you.peopleAsk}
              </button>`
        }
      </section>
    `;
  }

  #onAsk = async (): Promise<void> => {
    this.#asking = true;
    this.requestUpdate();
    await this.session.askPeople();
    this.#asking = false;
    this.requestUpdate();
  };

  #shared({ people, items }: PeopleLikeYou) {
    const { you } = this.words;
    if (items.length === 0) return html`<p class="muted">${you.nobodyLike}</p>`;
    const { count } = this.formats;
    const said = (likedBy: number) =>
      html`<span class="said small">${you.likedBy(count(likedBy), count(people))}</span>`;
    return html`<ul class="item-list compact">
      ${items.map(
        (item) => html`<li data-item=${item.item}>${itemCard(item, said(item.likedBy))}</li>`,
      )}
    </ul>`;
  }
}

customElements.define('people-card', PeopleCard);
