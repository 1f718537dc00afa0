import { html, nothing } from 'lit';
import type { Field, ModelInfo, SplitName } from '../../api';
import { blamedField } from '../../client/draft';
import { lookUp } from '../messages';
import { reasons } from '../messages/reasons';
import { View } from '../view';
import './kept-line';
import './room-line';
import { lackOf } from './needs';

const splits: readonly (SplitName | 'auto')[] = ['auto', 'temporal', 'leave-one-out', 'random'];

interface NumberField {
  readonly testId: string;
  readonly min?: number;
  readonly step: number | 'any';
  readonly help?: string;
}

/** A form drawn from the fields of the chosen model, and how it will be tested. */
class ConfigForm extends View {
  override render() {
    const { models, draft } = this.state;
    if (models.length === 0) return nothing;
    const model = models.find(({ name }) => name === draft.model) ?? null;
    return html`
      <form class="card" novalidate @submit=${(event: Event) => event.preventDefault()}>
        <fieldset class="config" ?disabled=${this.#isSettled}>
          ${this.#model(model)}
          ${
            model
              ? html`<fieldset>
                  <legend>${this.words.train.settings}</legend>
                  ${this.#fields(model)}
                  <room-line .session=${this.session}></room-line>
                </fieldset>`
              : nothing
          }
          <fieldset>
            <legend>${this.words.train.protocol}</legend>
            ${this.#protocol()}
          </fieldset>
        </fieldset>
      </form>
    `;
  }

  /** Whether a training of this tab is under way, which no change would reach any more. */
  get #isSettled(): boolean {
    const { state, busy, elsewhere } = this.state.training;
    return busy && !elsewhere && (state === 'training' || state === 'paused');
  }

  /** All models, and first the one that suits the data; null stands for that. */
  #model(chosen: ModelInfo | null) {
    const { train } = this.words;
    const { models } = this.state;
    const auto = this.#auto();
    const need = lackOf(this.state);
    const families = [...new Set(models.map(({ family }) => family))];
    return html`
      <label class="field">
        <span>${train.model}</span>
        <select data-testid="model-select" @change=${this.#onModel}>
          <option value="auto" .selected=${!chosen}>
            ${train.auto(auto && this.titleOf(auto.model))}
          </option>
          ${families.map(
            (family) =>
              html`<optgroup label=${train.families[family]}>
                ${models
                  .filter((model) => model.family === family)
                  .map(
                    ({ name }) =>
                      html`<option value=${name} .selected=${name === chosen?.name}>
                        ${this.titleOf(name)}
                      </option>`,
                  )}
              </optgroup>`,
          )}
        </select>
        ${chosen ? html`<small>${train.source}: ${chosen.source}</small>` : nothing}
      </label>
      ${chosen || !auto ? nothing : html`<p class="notice" data-testid="auto-reason">${reasons[this.state.language](auto)}</p>`}
      ${this.state.summary?.testable === false ? html`<p class="notice warn">${this.words.data.tooLittle}</p>` : nothing}
      ${need ? html`<p class="notice warn">${train.needs[need]}</p>` : nothing}
    `;
  }

  /** The model that suits the data, where any can be trained on them. */
  #auto() {
    const { auto, summary } = this.state;
    return summary?.testable === false ? null : auto;
  }

  #fields({ fields }: ModelInfo) {
    const entries = Object.entries(fields);
    if (entries.length === 0)
      return html`<p class="muted small">${this.words.train.noSettings}</p>`;
    return entries.map(([name, field]) => this.#field(name, field));
  }

  #field(name: string, field: Field) {
    const { label, help } = lookUp(this.words.fields, name, field);
    const { draft, error } = this.state;
    const value = draft.values[name] ?? String(field.default);
    const blamed = error?.name === 'ConfigError' && blamedField(error.message) === name;
    const edit = (event: Event) =>
      this.session.edit({ values: { ...draft.values, [name]: valueOf(event) } });
    return html`<label class="field">
      <span>${label}</span>
      ${
        'choices' in field
          ? html`<select data-testid="field-${name}" @change=${edit}>
              ${field.choices.map(
                (each) => html`<option value=${each} .selected=${each === value}>${each}</option>`,
              )}
            </select>`
          : html`<input
              data-testid="field-${name}"
              type="number"
              inputmode="decimal"
              required
              min=${field.min}
              max=${field.max}
              step=${field.whole ? 1 : 'any'}
              aria-invalid=${blamed ? 'true' : nothing}
              .value=${value}
              @input=${edit}
            />`
      }
      <small>${help} ${'choices' in field ? nothing : this.#range(field.min, field.max)}</small>
    </label>`;
  }

  #range(min: number, max: number) {
    const { exact } = this.formats;
    return html`<span class="range">${this.words.train.range(exact(min), exact(max))}</span>`;
  }

  #protocol() {
    const { train } = this.words;
    const { split } = this.state.draft;
    return html`
      <label class="field">
        <span>${train.split}</span>
        <select
          data-testid="split-select"
          @change=${(event: Event) =>
            this.session.edit({ split: splits[(event.target as HTMLSelectElement).selectedIndex] })}
        >
          ${splits.map(
            (each) =>
              html`<option value=${each} .selected=${each === split}>
                ${train.splits[each]}
              </option>`,
          )}
        </select>
        <small>${train.splitHelp[split]}</small>
      </label>
      <div class="field-pair">
        ${this.#number('seed', { testId: 'seed', min: 0, step: 1 })}
        ${this.#number('minValue', { testId: 'min-value', step: 'any', help: train.minValueHelp })}
        ${this.#number('kCore', { testId: 'k-core', min: 1, step: 1, help: train.kCoreHelp })}
      </div>
      <kept-line .session=${this.session}></kept-line>
    `;
  }

  /** A number that says what is learned from, and how it is divided. */
  #number(name: 'seed' | 'minValue' | 'kCore', { testId, min, step, help }: NumberField) {
    return html`<label class="field">
      <span>${this.words.train[name]}</span>
      <input
        data-testid=${testId}
        type="number"
        min=${min ?? nothing}
        step=${step}
        .value=${this.state.draft[name]}
        @input=${(event: Event) => this.session.edit({ [name]: valueOf(event) })}
      />
      ${help ? html`<small>${help}</small>` : nothing}
    </label>`;
  }

  #onModel = (event: Event): void => this.session.chooseModel(valueOf(event));
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

customElements.define('config-form', ConfigForm);
