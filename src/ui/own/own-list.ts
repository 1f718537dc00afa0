import { html, nothing } from 'lit';
import type { OwnList } from '../../client/state';
import { icon } from '../icons';
import { View } from '../view';
import './needed-data';
import './title-reviews';

/** Share of the titles below which other data would serve better. */
const enoughFound = 0.4;

/** What was found, and not merely something of that name from another time. */
const isFound = { sure: true, likely: true, review: false, none: false };

/** The list that a person has from elsewhere, on its way to becoming their opinions. */
class OwnListView extends View {
  override render() {
    const { own } = this.state;
    if (!own) return nothing;
    const { words } = this;
    return html`
      <div class="room-head" data-testid="own-list" data-entries=${own.list.entries.length}>
        <div>
          <h1>
            ${words.own.title(this.formats.count(own.list.entries.length), this.#origin(own))}
          </h1>
          ${this.#profile(own)}
          <p class="lead">${own.dataset === null ? words.own.waiting : words.own.lead}</p>
        </div>
        <button class="ghost" data-testid="own-forget" @click=${this.session.forgetList}>
          ${icon('close')}${words.own.forget}
        </button>
      </div>
      ${own.dataset === null ? this.#needed() : this.#reviews(own)}
    `;
  }

  #origin({ list }: OwnList): string {
    const { services } = this.words.own;
    return list.source ?? list.services.map((service) => services[service]).join(' + ');
  }

  /** Whose list it is, where several people share an account. */
  #profile({ list: { profile } }: OwnList) {
    if (!profile || profile.others.length === 0) return nothing;
    const { name, others } = profile;
    const { own } = this.words;
    const option = (each: string) =>
      html`<option value=${each} .selected=${each === name}>${each}</option>`;
    return html`<label class="field">
      <span>${own.profile}</span>
      <select data-testid="own-profile" @change=${this.#chooseProfile}>
        ${[name, ...others.map((other) => other.name)].sort().map(option)}
      </select>
      <small>${own.profileHelp}</small>
    </label>`;
  }

  #chooseProfile = ({ target }: Event): void => {
    void this.session.chooseProfile((target as HTMLSelectElement).value);
  };

  #needed() {
    return html`<needed-data .session=${this.session}></needed-data>`;
  }

  #reviews({ reviews, list }: OwnList) {
    const { own } = this.words;
    const { dataset } = this.state;
    if (!reviews) return html`<p class="notice" role="status">${own.looking}</p>`;
    const found = reviews.filter(({ verdict }) => isFound[verdict]).length;
    const isPoor = found < list.entries.length * enoughFound;
    return html`
      ${dataset?.source === 'demo' ? html`<p class="notice">${own.demo}</p>` : nothing}
      ${isPoor ? html`<p class="notice warn" data-testid="few-found">${own.few[list.about](dataset?.name ?? '')}</p>` : nothing}
      <title-reviews .session=${this.session}></title-reviews>
      ${isPoor ? this.#needed() : nothing}
    `;
  }
}

customElements.define('own-list', OwnListView);
