import { html } from 'lit';
import { View } from '../view';

/** What can be wanted of genres, and the control that holds them. */
const wishes = { only: 'genres', more: 'boostedGenres', none: 'blockedGenres' } as const;
type Wish = keyof typeof wishes;
const names = Object.keys(wishes) as readonly Wish[];

/** Genres to have only, more of, or none of: first what is wanted, then of which. */
class GenreControls extends View {
  #wish: Wish = 'only';

  override render() {
    const { controls: words } = this.words;
    const { genres } = this.state.taste;
    return html`
      <fieldset class="genres">
        <legend class="quiet-label">${words.genres}</legend>
        <div class="segments">
          ${names.map(
            (wish) =>
              html`<button
                class="segment"
                data-testid=${`genres-${wish}`}
                aria-pressed=${wish === this.#wish}
                @click=${() => this.#choose(wish)}
              >
                ${words[wish]}
              </button>`,
          )}
        </div>
        <div class="chips">${genres.map((genre) => this.#chip(genre))}</div>
      </fieldset>
    `;
  }

  #chip(genre: string) {
    const { controls: words } = this.words;
    const had = names.find((wish) => this.#holds(wish).includes(genre));
    return html`<button
      class="chip"
      data-genre=${genre}
      data-wish=${had ?? 'any'}
      aria-pressed=${had === this.#wish}
      aria-label="${genre} ${words[had ?? this.#wish]}"
      @click=${() => this.#toggle(genre)}
    >
      ${genre}${had ? html` <em>${words[had]}</em>` : ''}
    </button>`;
  }

  #holds(wish: Wish): readonly string[] {
    return this.state.taste.controls?.[wishes[wish]] ?? [];
  }

  #choose(wish: Wish): void {
    this.#wish = wish;
    this.requestUpdate();
  }

  /** A genre is wanted in one way at most. */
  #toggle(genre: string): void {
    const had = this.#holds(this.#wish).includes(genre);
    const changed = names.map((wish) => {
      const without = this.#holds(wish).filter((each) => each !== genre);
      const list = wish === this.#wish && !had ? [...without, genre] : without;
      return [wishes[wish], list] as const;
    });
    void this.session.control(Object.fromEntries(changed));
  }
}

customElements.define('genre-controls', GenreControls);
