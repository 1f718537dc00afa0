import { html, nothing } from 'lit';
import type { Details } from '../../client/state';
import type { NamedList } from '../../client/list-actions';
import { icon, type IconName } from '../icons';
import { View } from '../view';
import { attentionList } from './attention-list';
import { causeList } from './cause-list';

const lists: readonly (readonly [NamedList, IconName])[] = [
  ['pinned', 'pin'],
  ['boosted', 'more'],
  ['lessLike', 'less'],
];

/** A recommendation looked at more closely: why it is here, what is like it, what to do with it. */
class ItemDetails extends View {
  static override properties = { ...View.properties, details: { attribute: false } };
  declare details: Details;

  override render() {
    const { you } = this.words;
    const { explained, similar } = this.details;
    return html`
      <div class="details" data-testid="details" aria-busy=${explained === null}>
        <h3>${you.why}</h3>
        ${
          explained
            ? causeList(explained, this.words, this.formats)
            : html`<p class="muted small" role="status">${you.thinking}</p>`
        }
        ${explained?.attention ? attentionList(explained.attention, this.words, this.formats) : nothing}
        ${
          similar
            ? html`<h3>${you.similar}</h3>
                ${this.#titles(similar)}`
            : nothing
        }
        <div class="button-row">${lists.map(([list, name]) => this.#toggle(list, name))}</div>
      </div>
    `;
  }

  #titles(similar: NonNullable<Details['similar']>) {
    return html`<p class="small" data-testid="similar">
      ${similar.map(({ title }) => title).join(' · ')}
    </p>`;
  }

  #toggle(list: NamedList, name: IconName) {
    const { item } = this.details;
    const { controls } = this.state.taste;
    return html`<button
      class="segment"
      data-testid=${`toggle-${list}`}
      aria-pressed=${controls?.[list].includes(item) ?? false}
      @click=${() => this.session.toggle(list, item)}
    >
      ${icon(name)}${this.words.you[list]}
    </button>`;
  }
}

customElements.define('item-details', ItemDetails);
