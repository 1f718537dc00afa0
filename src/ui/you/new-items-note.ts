import { html, nothing } from 'lit';
import type { ModelInfo, NewWish } from '../../api';
import { View } from '../view';

const wishes: readonly (NewWish | 'among')[] = ['among', 'only', 'none'];

/** How items that nobody rated come into the list, and whether they may; or why they do not. */
class NewItemsNote extends View {
  override render() {
    const { dataset, recommender } = this.state;
    const count = dataset?.newItems ?? 0;
    if (!recommender || count === 0) return nothing;
    const served = recommender.items - dataset!.items;
    return html`<div
      class="new-items"
      role="group"
      aria-label=${this.words.newItems.title}
      data-testid="new-items"
      data-served=${served}
    >
      <p class="muted small">
        ${this.words.newItems.count(this.formats.count(served > 0 ? served : count))}
        ${this.#said(recommender.model, served)}
      </p>
      ${served > 0 ? this.#wishes() : nothing}
    </div>`;
  }

  #wishes() {
    const { newItems: words } = this.words;
    const chosen = this.state.taste.controls?.newItems ?? 'among';
    return html`<div class="segments">
      ${wishes.map(
        (wish) =>
          html`<button
            class="segment"
            data-testid=${`new-items-${wish}`}
            aria-pressed=${wish === chosen}
            @click=${() => this.session.control({ newItems: wish === 'among' ? undefined : wish })}
          >
            ${words.wishes[wish]}
          </button>`,
      )}
    </div>`;
  }

  /** What the model of the recommender, which knows so many of them, makes of new items. */
  #said(name: string, served: number): string {
    const { newItems: words } = this.words;
    const { models, dataset } = this.state;
    const by = models.find((model) => model.name === name)?.newItems;
    if (by) return served > 0 ? words.by[by] : words.again;
    const hasGraph = (dataset?.side?.triples ?? 0) > 0;
    const able = ({ newItems }: ModelInfo): boolean =>
      newItems === 'features' || (newItems === 'graph' && hasGraph);
    const titles = models.filter(able).map((model) => this.titleOf(model.name));
    return words.never(this.formats.list(titles));
  }
}

customElements.define('new-items-note', NewItemsNote);
