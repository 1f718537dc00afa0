import { html } from 'lit';
import { needOf } from '../need';
import { View } from '../view';
import './config-form';
import './epoch-table';
import './run-curve';
import './run-status';
import './score-card';
import { ghostCurve } from './ghost-curve';

/** Choose a model, watch it learn, see how good it is. */
class TrainRoom extends View {
  override render() {
    const { session, words } = this;
    const { dataset } = this.state;
    if (!dataset) {
      return needOf(words.train.title, words.train.needData, words.train.toData, () =>
        session.openRoom('data'),
      );
    }
    return html`
      <div class="room-head">
        <div>
          <h1>${words.train.title}</h1>
          <p class="muted">${dataset.name}</p>
        </div>
      </div>
      <div class="train-layout">
        <config-form .session=${session}></config-form>
        <div class="train-results">
          <run-status .session=${session}></run-status>
          ${this.state.training.state === 'idle' ? ghostCurve() : html`<run-curve .session=${session}></run-curve>`}
          <score-card .session=${session}></score-card>
          <epoch-table .session=${session}></epoch-table>
        </div>
      </div>
    `;
  }
}

customElements.define('train-room', TrainRoom);
