import { html } from 'lit';
import { icon } from '../icons';
import { View } from '../view';

/** ms without a keystroke before we ask. */
const pause = 180;

/** Who is asking: two cards, each with its own input; using one chooses it. */
class WhoBar extends View {
  #timer = 0;

  override render() {
    const { you } = this.words;
    const { who, search, users } = this.state.taste;
    const isYou = who === 'you';
    return html`
      <div class="who-bar">
        <label class="who" data-chosen=${isYou} @focusin=${this.session.chooseYou}>
          <span class="who-name">${icon('search')}${you.you}</span>
          <span class="muted small">${you.youText}</span>
          <input
            type="search"
            data-testid="you-search"
            autocomplete="off"
            aria-label=${you.searchLabel}
            placeholder=${you.searchHint}
            .value=${search}
            @input=${this.#onSearch}
          />
        </label>
        <label class="who" data-chosen=${!isYou}>
          <span class="who-name">${icon('person')}${you.someone}</span>
          <span class="muted small">${you.someoneText}</span>
          <input
            data-testid="user-select"
            autocomplete="off"
            list="user-ids"
            aria-label=${you.userHint}
            placeholder=${you.userHint}
            @focus=${this.#onUserFocus}
            @input=${this.#onUserInput}
            @change=${this.#onUserChange}
          />
          <datalist id="user-ids">
            ${users.map((id) => html`<option value=${id}></option>`)}
          </datalist>
        </label>
      </div>
    `;
  }

  #onSearch = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    this.session.typeSearch(value);
    this.#later(() => this.session.search(value));
  };

  #onUserFocus = (event: Event): void => {
    void this.session.suggestUsers((event.target as HTMLInputElement).value.trim());
  };

  /** Suggests as one types; an id typed in full is chosen at once. */
  #onUserInput = (event: Event): void => {
    const id = (event.target as HTMLInputElement).value.trim();
    this.#later(async () => {
      await this.session.suggestUsers(id);
      if (this.state.taste.users.includes(id)) await this.session.chooseUser(id);
    });
  };

  #onUserChange = (event: Event): void => {
    clearTimeout(this.#timer);
    const id = (event.target as HTMLInputElement).value.trim();
    if (id !== '') void this.session.chooseUser(id);
  };

  #later(act: () => Promise<void>): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void act(), pause);
  }
}

customElements.define('who-bar', WhoBar);
