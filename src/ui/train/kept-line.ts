import { html, nothing } from 'lit';
import type { CoreSize } from '../../api';
import { filtersOf } from '../../client/draft';
import type { Failure } from '../../client/state';
import { View } from '../view';

/** How long the typing must rest before it is counted, in ms. */
const pause = 250;

/** How much of the data the filters of the form keep, as they are typed; nothing without filters. */
class KeptLine extends View {
  #question = '';
  #answer: CoreSize | Failure | null = null;
  #timer = 0;

  override willUpdate(): void {
    const { dataset, draft } = this.state;
    const question = JSON.stringify([dataset?.id, filtersOf(draft)]);
    if (question === this.#question) return;
    this.#question = question;
    this.#answer = null;
    clearTimeout(this.#timer);
    if (this.#isAsked) this.#timer = window.setTimeout(() => void this.#count(question), pause);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render() {
    const { dataset } = this.state;
    if (!dataset || !this.#isAsked) return nothing;
    const { train } = this.words;
    const { count } = this.formats;
    const answer = this.#answer;
    if (!answer) return html`<p class="muted small" data-testid="kept">${train.counting}</p>`;
    if ('message' in answer)
      return html`<p class="notice warn" role="status" data-testid="kept" data-error=${answer.name}>
        ${train.notCounted} ${answer.message}
      </p>`;
    const { interactions, users, items } = answer;
    return html`<p
      class="muted small"
      role="status"
      data-testid="kept"
      data-interactions=${interactions}
    >
      ${train.kept(count(interactions), count(dataset.interactions), count(users), count(items))}
    </p>`;
  }

  get #isAsked(): boolean {
    const { dataset, draft } = this.state;
    const { minValue, kCore } = filtersOf(draft);
    return dataset !== null && (minValue ?? kCore) !== null;
  }

  /** An answer to what is not asked any more is left unsaid. */
  async #count(question: string): Promise<void> {
    const answer = await this.session.countKept();
    if (question !== this.#question) return;
    this.#answer = answer;
    this.requestUpdate();
  }
}

customElements.define('kept-line', KeptLine);
