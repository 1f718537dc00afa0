import { html, nothing } from 'lit';
import type { CoreSize } from '../../api';
import { filtersOf } from '../../client/draft';
import type { Failure } from '../../client/state';
import { AskingView } from '../asking-view';

/** How much of the data the filters of the form keep, as they are typed; nothing without filters. */
class KeptLine extends AskingView<CoreSize | Failure> {
  protected override get question(): string | null {
    const { dataset, draft } = this.state;
    const { minValue, kCore } = filtersOf(draft);
    if (!dataset || (minValue ?? kCore) === null) return null;
    return JSON.stringify([dataset.id, minValue, kCore]);
  }

  protected override ask(): Promise<CoreSize | Failure | null> {
    return this.session.countKept();
  }

  override render() {
    const { dataset } = this.state;
    if (!dataset || this.question === null) return nothing;
    const { train } = this.words;
    const { count } = this.formats;
    const { answer } = this;
    if (!answer) return html`<p class="muted small" data-testid="kept">${train.counting}</p>`;
    if ('message' in answer)
      return html`<p class="notice warn" role="status" data-testid="kept" data-error=${answer.name}>
        ${train.notCounted} ${this.failureText(answer.message)}
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
}

customElements.define('kept-line', KeptLine);
