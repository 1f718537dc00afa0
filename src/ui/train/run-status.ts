import { html, nothing } from 'lit';
import type { RunProgress } from '../../api';
import { icon } from '../icons';
import { metricName } from '../metric-name';
import { View } from '../view';
import { cutOff } from './cut-off';
import { lackOf } from './needs';

/** What the training is doing, in numbers, and the buttons that steer it. */
class RunStatus extends View {
  override render() {
    const { training } = this.state;
    const { words, formats } = this;
    const last = training.run?.epochs.at(-1);
    const judge = this.judgeOf(training.run?.request.model ?? '');
    const value = last?.validation[judge];
    return html`
      <section
        class="card run-status"
        data-testid="training-status"
        data-state=${training.state}
        data-run=${training.id}
        data-epoch=${last?.epoch ?? 0}
        aria-busy=${training.busy}
      >
        <div class="status-line">
          <span class="state-chip" data-state=${training.state}
            >${words.train.states[training.state]}</span
          >
          <span class="status-text">${this.#text()}</span>
        </div>
        ${
          training.elsewhere
            ? html`<p class="muted small" data-testid="following">${words.train.elsewhere}</p>`
            : nothing
        }
        ${this.#live()}
        <div class="button-row">${this.#buttons()}</div>
        <p class="visually-hidden" aria-live="polite">
          ${
            last && value !== undefined && training.busy
              ? words.train.announce(
                  formats.count(last.epoch),
                  metricName(judge, words),
                  formats.metric(value),
                )
              : nothing
          }
        </p>
      </section>
    `;
  }

  #text(): string {
    const { training } = this.state;
    const { train } = this.words;
    const { count } = this.formats;
    if (training.state === 'idle') return train.idle;
    const waiting = cutOff(training);
    if (waiting)
      return train.interrupted(this.titleOf(waiting.request.model), count(waiting.epochs.length));
    if (training.state === 'failed' && training.run?.error)
      return this.failureText(training.run.error.message);
    if (training.progress) return train.phases[training.progress.phase];
    if (!training.run) return training.busy ? train.phases.preparing : '';
    const epochs = train.epochsDone(count(training.run.epochs.length));
    return `${this.titleOf(training.run.request.model)} · ${epochs}`;
  }

  #live() {
    const { progress, busy } = this.state.training;
    if (!busy) return nothing;
    if (!progress)
      return html`<progress aria-label=${this.words.train.phases.preparing}></progress>`;
    return this.#figures(progress);
  }

  #figures({ epoch, epochs, done, loss, elapsed, eta, interactionsPerSecond }: RunProgress) {
    const { train } = this.words;
    const { count, short, duration } = this.formats;
    const title = train.epochOf(count(epoch), count(epochs));
    return html`
      <progress
        max=${Math.max(epochs, 1)}
        .value=${epoch - 1 + done}
        aria-label=${title}
      ></progress>
      <dl class="live-figures">
        ${figure(train.epoch, `${count(epoch)} / ${count(epochs)}`, title)}
        ${figure(train.elapsed, duration(elapsed))}
        ${figure(train.eta, eta === null ? '–' : duration(eta))}
        ${figure(train.speed, short(interactionsPerSecond))}
        ${figure(train.loss, loss === null ? '–' : short(loss))}
      </dl>
    `;
  }

  /** Why nothing can be trained as things are, or null. */
  #lack(): string | null {
    const { data, train } = this.words;
    if (this.state.summary?.testable === false) return data.tooLittle;
    const need = lackOf(this.state);
    return need && train.needs[need];
  }

  #buttons() {
    const { session, words } = this;
    const { state, busy, run } = this.state.training;
    const { train } = words;
    const lack = busy ? null : this.#lack();
    return html`
      <button
        class=${state === 'paused' ? 'secondary' : 'primary'}
        data-testid="train"
        ?disabled=${busy || lack !== null}
        aria-describedby=${lack ? 'train-need' : nothing}
        @click=${this.#onTrain}
      >
        ${train.start}
      </button>
      ${lack ? html`<small class="muted" id="train-need">${lack}</small>` : nothing}
      ${
        busy && state === 'training'
          ? html`<button class="secondary" data-testid="pause" @click=${session.pause}>
              ${train.pause}
            </button>`
          : nothing
      }
      ${
        state === 'paused'
          ? html`<button class="primary" data-testid="resume" @click=${session.resume}>
              ${train.resume}
            </button>`
          : nothing
      }
      ${
        busy
          ? html`<button class="secondary" data-testid="stop" @click=${session.stop}>
              ${train.stop}
            </button>`
          : nothing
      }
      ${
        run?.recommender
          ? html`<button
              class="secondary"
              data-testid="to-you"
              @click=${() => session.openRoom('you')}
            >
              ${train.see}${icon('arrow')}
            </button>`
          : nothing
      }
    `;
  }

  /** The new state is on the page before the click is over: automation relies on it. */
  #onTrain = (): void => {
    void this.session.train();
    this.performUpdate();
  };
}

function figure(label: string, value: string, title: string | typeof nothing = nothing) {
  return html`<div title=${title}>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}

customElements.define('run-status', RunStatus);
