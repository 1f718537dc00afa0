import { html } from 'lit';
import { View } from '../view';
import { titled, type MatchLine } from './match-line';

/** ms without a keystroke before we ask. */
const pause = 180;

/** A box to search the data for a title of the list by other words; it has the focus to begin with. */
class TitleSearch extends View {
  static override properties = {
    ...View.properties,
    line: { attribute: false },
    asked: { state: true },
  };
  declare line: MatchLine;
  /** The words of the last search. */
  declare asked?: string;
  #timer = 0;

  override render() {
    const { own } = this.words;
    const { entry, review } = this.line;
    const isVain = Boolean(this.asked) && review.candidates.length === 0;
    return html`
      <input
        type="search"
        data-testid="match-search"
        autocomplete="off"
        aria-label=${own.findTitle(titled(entry))}
        placeholder=${own.findHint}
        @input=${this.#onInput}
      />
      <p class="muted small" role="status">${isVain ? own.foundNothing : ''}</p>
    `;
  }

  override firstUpdated(): void {
    this.querySelector('input')?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  #onInput = ({ target }: Event): void => {
    const { value } = target as HTMLInputElement;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#search(value.trim()), pause);
  };

  async #search(text: string): Promise<void> {
    await this.session.searchMatch(this.line.place, text);
    this.asked = text;
  }
}

customElements.define('title-search', TitleSearch);
