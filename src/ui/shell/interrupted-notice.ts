import { html, nothing } from 'lit';
import { icon } from '../icons';
import { View } from '../view';

/** Says in every other room that a training was cut off, and leads to it. */
class InterruptedNotice extends View {
  override render() {
    const { training, room } = this.state;
    const cutOff = training.state === 'paused' && !training.busy;
    if (!cutOff || room === 'train') return nothing;
    const { train } = this.words;
    return html`<div class="interrupted" role="status">
      <p>${train.interrupted}</p>
      <button class="secondary" @click=${() => this.session.openRoom('train')}>
        ${train.toRun}${icon('arrow')}
      </button>
    </div>`;
  }
}

customElements.define('interrupted-notice', InterruptedNotice);
