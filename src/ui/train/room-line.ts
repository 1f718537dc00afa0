import { html, nothing } from 'lit';
import type { Preflight } from '../../api';
import { AskingView } from '../asking-view';
import { lookUp } from '../messages';

/** What a training with the settings of the form takes, and what would fit where that is too much. */
class RoomLine extends AskingView<Preflight> {
  protected override get question(): string | null {
    const { dataset, draft } = this.state;
    if (!dataset || draft.model === 'auto') return null;
    return JSON.stringify([dataset.id, draft.model, draft.values]);
  }

  protected override ask(): Promise<Preflight | null> {
    return this.session.preflight();
  }

  override render() {
    const { answer } = this;
    if (!answer) return nothing;
    const { train } = this.words;
    const { bytes } = this.formats;
    if (answer.bytes <= answer.room)
      return html`<p class="muted small" data-testid="room" data-bytes=${answer.bytes}>
        ${train.takes(bytes(answer.bytes))}
      </p>`;
    return html`<div
      class="notice warn"
      role="status"
      data-testid="room"
      data-bytes=${answer.bytes}
    >
      <p>${train.takesTooMuch(bytes(answer.bytes), bytes(answer.room))}</p>
      ${this.#instead(answer)}
    </div>`;
  }

  #instead({ instead }: Preflight) {
    const { train } = this.words;
    if (!instead) return html`<p>${train.nothingFits}</p>`;
    const changed = Object.entries(instead.config);
    const named = changed.map(([name, value]) => `${this.#labelOf(name)} ${value}`);
    const take = (): void => {
      const values = Object.fromEntries(changed.map(([name, value]) => [name, String(value)]));
      this.session.edit({ values: { ...this.state.draft.values, ...values } });
    };
    return html`<p>
        ${train.wouldFit(this.formats.list(named), this.formats.bytes(instead.bytes))}
      </p>
      <button type="button" data-testid="room-take" @click=${take}>${train.takeThat}</button>`;
  }

  #labelOf(name: string): string {
    const { models, draft } = this.state;
    const field = models.find((model) => model.name === draft.model)?.fields[name];
    return field ? lookUp(this.words.fields, name, field).label : name;
  }
}

customElements.define('room-line', RoomLine);
