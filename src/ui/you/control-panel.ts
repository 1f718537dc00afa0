import { html, nothing } from 'lit';
import type { Controls, Explorer, Reason } from '../../api';
import type { NamedList } from '../../client/list-actions';
import type { Taste } from '../../client/state';
import { icon } from '../icons';
import { View } from '../view';
import './genre-controls';
import { areCrossed, effectOf, sliders, type Slider } from './control-effect';

/** ms without a change before it is asked for. */
const pause = 80;
const reasons: readonly Reason[] = ['genres', 'years', 'text', 'blocked', 'newItems'];
const explorers: readonly Explorer[] = ['epsilon-greedy', 'thompson'];
const namedLists: readonly NamedList[] = ['pinned', 'boosted', 'lessLike'];

/** Controls over the list, applied at once, and what they do. */
class ControlPanel extends View {
  #timer = 0;
  /** What was changed and not yet asked for. */
  #changes: Partial<Controls<string>> = {};

  override render() {
    const { controls: words } = this.words;
    const { controls, list, genres } = this.state.taste;
    if (!controls) return nothing;
    return html`
      <details class="controls" data-testid="controls">
        <summary>${icon('sliders')}${words.title}</summary>
        ${
          genres.length > 0
            ? html`<genre-controls .session=${this.session}></genre-controls>`
            : nothing
        }
        <div class="field-row">
          ${[0, 1].map((end) => this.#year(controls, end as 0 | 1))}
          <label class="field">
            <span>${words.text}</span>
            <input
              type="search"
              data-testid="control-text"
              autocomplete="off"
              .value=${controls.text}
              @input=${(event: Event) => this.#change({ text: typed(event) })}
            />
          </label>
        </div>
        <div class="field-row">${sliders.map((slider) => this.#slider(controls, slider))}</div>
        ${controls.exploration > 0 ? this.#explorer(controls) : nothing}
        ${list ? this.#named(controls, list.named) : nothing}
      </details>
      ${this.#effect()}
    `;
  }

  #year({ years }: Controls<string>, end: 0 | 1) {
    const { controls: words } = this.words;
    const onInput = (event: Event): void => {
      const year = typed(event) === '' ? null : Number(typed(event));
      const [from, to] = this.#changes.years ?? years;
      this.#change({ years: end === 0 ? [year, to] : [from, year] });
    };
    return html`<label class="field">
      <span>${end === 0 ? words.from : words.to}</span>
      <input
        type="number"
        inputmode="numeric"
        data-testid=${end === 0 ? 'control-from' : 'control-to'}
        .value=${years[end] === null ? '' : String(years[end])}
        @input=${onInput}
      />
    </label>`;
  }

  #slider(controls: Controls<string>, { name, min, max, says }: Slider) {
    const { controls: words } = this.words;
    const said = says(controls[name], words, this.formats.percent, controls.explorer);
    return html`<label class="field slider">
      <span>${words[name]}<em>${said}</em></span>
      <input
        type="range"
        data-testid=${`control-${name}`}
        min=${min}
        max=${max}
        step="0.05"
        aria-valuetext=${said}
        .value=${String(controls[name])}
        @input=${(event: Event) => this.#change({ [name]: Number(typed(event)) })}
      />
    </label>`;
  }

  #explorer({ explorer: chosen = 'epsilon-greedy' }: Controls<string>) {
    const { controls: words } = this.words;
    return html`<fieldset class="explorer">
      <legend class="quiet-label">${words.explorer}</legend>
      <div class="segments">
        ${explorers.map(
          (explorer) =>
            html`<button
              class="segment"
              data-testid=${`explorer-${explorer}`}
              aria-pressed=${explorer === chosen}
              @click=${() => this.session.control({ explorer })}
            >
              ${words.explorers[explorer]}
            </button>`,
        )}
      </div>
      <p class="muted small">${words.explorerHelp[chosen]}</p>
    </fieldset>`;
  }

  /** The items that are pinned, raised and lowered, each to be released. */
  #named(controls: Controls<string>, cards: NonNullable<Taste['list']>['named']) {
    const { controls: words } = this.words;
    const entries = namedLists.flatMap((list) => controls[list].map((item) => ({ list, item })));
    if (entries.length === 0) return nothing;
    return html`<ul class="chips" data-testid="named-items">
      ${entries.map(({ list, item }) => {
        const title = cards.find((card) => card.item === item)?.title ?? item;
        return html`<li>
          <button
            class="segment"
            aria-label="${title} ${words.named[list]}: ${words.release}"
            @click=${() => this.session.toggle(list, item)}
          >
            ${title} <em>${words.named[list]}</em> ${icon('close')}
          </button>
        </li>`;
      })}
    </ul>`;
  }

  #effect() {
    const { controls: words } = this.words;
    const { controls, list, recommendations } = this.state.taste;
    const { isNeutral, moved } = effectOf(controls, recommendations ?? []);
    if (isNeutral || !list || !recommendations) return nothing;
    const { count } = this.formats;
    const left = reasons.filter((reason) => list.leftOut[reason] > 0);
    const said = [
      ...this.#moves(moved, recommendations.length),
      ...left.map((reason) => words.leftOut[reason](count(list.leftOut[reason]))),
      ...(areCrossed(controls) ? [words.crossed] : []),
    ];
    return html`<p class="effect small" role="status" data-testid="control-effect">
      <span>${said.join(' ')}</span>
      <button
        class="secondary"
        data-testid="controls-reset"
        @click=${() => this.session.resetControls()}
      >
        ${words.reset}
      </button>
    </p>`;
  }

  /** What became of the order; nothing of an empty list. */
  #moves(moved: number, shown: number): readonly string[] {
    const { controls: words } = this.words;
    const { count } = this.formats;
    if (shown === 0) return [];
    return [moved === 0 ? words.unchanged : words.moved(count(moved), count(shown))];
  }

  #change(changes: Partial<Controls<string>>): void {
    this.#changes = { ...this.#changes, ...changes };
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      void this.session.control(this.#changes);
      this.#changes = {};
    }, pause);
  }
}

function typed(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

customElements.define('control-panel', ControlPanel);
