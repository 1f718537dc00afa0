import { html, nothing } from 'lit';
import type { DuplicatePolicy, FilePreview } from '../../api';
import { isListWaiting } from '../../client/state';
import { isUsable } from '../../client/usable';
import { View } from '../view';
import './file-preview';

/** What a person can choose from: most models expect an item once in a history. */
const policies = ['newest', 'first', 'mean'] as const satisfies readonly DuplicatePolicy[];

/** Files on their way in: how each would be read, then how far the reading has come. */
class ImportPreview extends View {
  override render() {
    const { arrival } = this.state;
    if (!arrival) return nothing;
    const { preview } = this.words;
    const { previews, progress } = arrival;
    const isForList = isListWaiting(this.state);
    if (progress && isForList) return this.#forList();
    return html`
      <div class="room-head">
        <div>
          <h1>${preview.title}</h1>
          <p class="lead">${preview.lead}</p>
        </div>
      </div>
      ${isForList ? html`<p class="notice" data-testid="list-waits">${this.#waiting()}</p>` : nothing}
      ${previews.map((each, index) => (isFolded(each) ? nothing : this.#file(each, index)))}
      ${this.#leftOut(previews)} ${this.#duplicates(previews)}
      <div class="action-bar">
        ${progress ? this.#progress() : nothing} ${this.#cancel()}
        <button
          class="primary"
          data-testid="import-confirm"
          ?disabled=${!isUsable(previews) || progress !== null}
          @click=${this.session.confirmImport}
        >
          ${preview.confirm}
        </button>
      </div>
    `;
  }

  /** How far the reading is of data for which a list waits: there is nothing to ask. */
  #forList() {
    return html`
      <div class="room-head">
        <div>
          <h1>${this.words.own.readingFor}</h1>
          <p class="lead">${this.#waiting()}</p>
        </div>
      </div>
      <div class="action-bar">${this.#progress()} ${this.#cancel()}</div>
    `;
  }

  #waiting(): string {
    const { own } = this.state;
    return own ? this.words.own.waits(this.formats.count(own.list.entries.length)) : '';
  }

  #cancel() {
    return html`
      <button class="secondary" data-testid="import-cancel" @click=${this.session.cancelImport}>
        ${this.words.cancel}
      </button>
    `;
  }

  /** What an archive holds besides, for whoever wants it after all. */
  #leftOut(previews: readonly FilePreview[]) {
    const count = previews.filter(isFolded).length;
    if (count === 0) return nothing;
    return html`<details class="left-out" data-testid="left-out">
      <summary>${this.words.preview.leftOut(this.formats.count(count))}</summary>
      ${previews.map((each, index) => (isFolded(each) ? this.#file(each, index) : nothing))}
    </details>`;
  }

  /** What stands where a user meets an item again, in any of the files. */
  #duplicates(previews: readonly FilePreview[]) {
    const { duplicates } = this.words.preview;
    const interactions = previews.find(({ plan }) => plan.kind === 'interactions');
    if (!interactions) return nothing;
    const chosen = policies.find((each) => each === interactions.plan.duplicates) ?? 'newest';
    return html`<section class="card">
      <label class="field">
        <span>${duplicates.label}</span>
        <select
          data-testid="duplicates"
          @change=${({ target }: Event) =>
            this.session.settleDuplicates(policies[(target as HTMLSelectElement).selectedIndex])}
        >
          ${policies.map(
            (each) =>
              html`<option value=${each} .selected=${each === chosen}>
                ${duplicates.choices[each]}
              </option>`,
          )}
        </select>
        <small>${duplicates.help[chosen]}</small>
      </label>
      ${this.#repeats(previews)}
    </section>`;
  }

  /** How many there are in what was read of the files so far. */
  #repeats(previews: readonly FilePreview[]) {
    const seen = previews.flatMap(({ repeats }) => repeats ?? []);
    const [count, rows] = [sum(seen.map((each) => each.count)), sum(seen.map((each) => each.rows))];
    const { formats, words } = this;
    return html`<p class="muted small" data-testid="repeats" data-count=${count}>
      ${words.preview.duplicates.seen(formats.count(count), formats.count(rows))}
    </p>`;
  }

  #file(preview: FilePreview, index: number) {
    return html`<file-preview
      .session=${this.session}
      .preview=${preview}
      .index=${index}
    ></file-preview>`;
  }

  #progress() {
    const progress = this.state.arrival?.progress;
    if (!progress) return nothing;
    const { preview } = this.words;
    const { phase, bytes, totalBytes, rows, file, eta } = progress;
    const { count, duration } = this.formats;
    const reading = [
      preview.reading(file),
      preview.rows(count(rows)),
      ...(eta === null ? [] : [preview.left(duration(eta))]),
    ].join(' · ');
    return html`
      <div
        class="import-progress"
        data-testid="import-progress"
        data-rows=${rows}
        data-bytes=${bytes}
        data-phase=${phase}
      >
        <progress
          max=${Math.max(totalBytes, 1)}
          .value=${bytes}
          aria-label=${preview.reading(file)}
        ></progress>
        <span class="muted small" role="status">
          ${phase === 'reading' ? reading : preview.phases[phase]}
        </span>
      </div>
    `;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

function isFolded({ plan }: FilePreview): boolean {
  return plan.kind === 'unknown' && plan.archive !== undefined;
}

customElements.define('import-preview', ImportPreview);
