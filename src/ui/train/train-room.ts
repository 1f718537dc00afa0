import { html } from 'lit';
import { needOf } from '../need';
import { View } from '../view';
import './config-form';
import './epoch-table';
import './run-status';
import './score-card';
import '../charts/line-chart';
import { ghostCurve } from './ghost-curve';
import { learningCurves } from './learning-curves';

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
          ${this.state.training.state === 'idle' ? ghostCurve() : this.#curve()}
          <score-card .session=${session}></score-card>
          <epoch-table .session=${session}></epoch-table>
        </div>
      </div>
    `;
  }

  #curve() {
    const { run } = this.state.training;
    const epochs = run?.epochs ?? [];
    const { train } = this.words;
    const metric = this.judgeOf(run?.request.model ?? '');
    const validation = train.validation(this.metricWord(metric));
    const best = epochs.findLast((epoch) => epoch.best)?.epoch ?? null;
    return html`
      <section class="card curve" ?hidden=${epochs.length < 2}>
        <h2>${train.curve}</h2>
        <line-chart
          data-testid="training-curve"
          .curves=${learningCurves(epochs, metric, { loss: train.loss, validation })}
          .mark=${best}
          .markLabel=${train.best}
          .xLabel=${train.epoch}
        ></line-chart>
      </section>
    `;
  }
}

customElements.define('train-room', TrainRoom);
