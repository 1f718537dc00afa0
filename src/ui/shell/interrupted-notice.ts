import { html, nothing } from 'lit';
import { icon } from '../icons';
import { cutOff } from '../train/cut-off';
import { View } from '../view';

/** Says in every other room that a training was cut off, and leads to it. */
class InterruptedNotice extends View {
  override render() {
    const { training, room } = this.state;
    const run = cutOff(training);
    if (!run || room === 'train') return nothing;
    const { train } = this.words;
    return html`<div class="interrupted" role="status">
      <p>
        ${train.interrupted(this.titleOf(run.request.model), this.formats.count(run.epochs.length))}
      </p>
      <button class="secondary" @click=${() => this.session.openRoom('train')}>
        ${train.toRun}${icon('arrow')}
      </button>
    </div>`;
  }
}

customElements.define('interrupted-notice', InterruptedNotice);
