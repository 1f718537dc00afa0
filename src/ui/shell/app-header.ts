import { html, nothing } from 'lit';
import { languages, rooms } from '../../client/state';
import type { Room } from '../../client/state';
import { isLanguage } from '../../client/session';
import { mark } from '../icons';
import { languageNames } from '../messages';
import { View } from '../view';
import './device-badge';

/** Name, rooms, device and language. */
class AppHeader extends View {
  override render() {
    const { session, words } = this;
    return html`
      <header class="header">
        <div class="brand">${mark()}<span>Palate</span></div>
        <nav class="rooms" aria-label=${words.rooms.label}>
          ${rooms.map((room) => this.#room(room))}
        </nav>
        <div class="header-side">
          <device-badge .session=${session}></device-badge>
          <label class="language">
            <span class="quiet-label">${words.language}</span>
            <select data-testid="language" @change=${this.#onLanguage}>
              ${languages.map(
                (language) =>
                  html`<option
                    value=${language}
                    lang=${language}
                    .selected=${language === this.state.language}
                  >
                    ${languageNames[language]}
                  </option>`,
              )}
            </select>
          </label>
        </div>
      </header>
    `;
  }

  #room(room: Room) {
    const open = this.state.room === room;
    return html`<button
      class="room-tab"
      data-testid="room-${room}"
      aria-current=${open ? 'page' : nothing}
      @click=${() => this.session.openRoom(room)}
    >
      ${this.words.rooms[room]}${room === 'train' ? this.#pulse() : nothing}
    </button>`;
  }

  /** A dot on the Train tab, so that a training is felt from every room. */
  #pulse() {
    const { state, busy } = this.state.training;
    return busy ? html`<span class="pulse" data-state=${state}></span>` : nothing;
  }

  #onLanguage = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    if (isLanguage(value)) void this.session.speak(value);
  };
}

customElements.define('app-header', AppHeader);
