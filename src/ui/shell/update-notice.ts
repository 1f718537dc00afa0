import { html, nothing } from 'lit';
import { icon } from '../icons';
import { View } from '../view';

/** Says that a newer version of the app waits, and lets one choose when it takes over. */
class UpdateNotice extends View {
  override render() {
    const { update, training, arrival } = this.state;
    if (!update) return nothing;
    const { offline } = this.words;
    const atWork = training.state === 'training' || Boolean(arrival?.progress);
    return html`<div class="interrupted" role="status" data-testid="update">
      <p>${offline.update} ${atWork ? offline.waits : offline.kept}</p>
      <button
        class="secondary"
        data-testid="take-update"
        ?disabled=${atWork}
        @click=${this.session.takeUpdate}
      >
        ${offline.reload}${icon('arrow')}
      </button>
    </div>`;
  }
}

customElements.define('update-notice', UpdateNotice);
