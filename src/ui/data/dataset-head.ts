import { html, nothing } from 'lit';
import { icon } from '../icons';
import { ask, question } from '../question';
import { View } from '../view';

/** Which dataset this is, how large, and the way on. */
class DatasetHead extends View {
  override render() {
    const { dataset } = this.state;
    if (!dataset) return nothing;
    const { data, cancel } = this.words;
    return html`
      <div class="room-head">
        <div>
          <h1>${dataset.name}</h1>
          <p class="muted">${this.#facts()}</p>
        </div>
        <div class="room-actions">
          ${this.#choice()}
          <button
            class="ghost icon-only"
            data-testid="remove-dataset"
            aria-label=${data.removeTitle(dataset.name)}
            title=${data.removeTitle(dataset.name)}
            @click=${() => ask(this)}
          >
            ${icon('trash')}
          </button>
          <button
            class="primary"
            data-testid="to-train"
            @click=${() => this.session.openRoom('train')}
          >
            ${data.next}${icon('arrow')}
          </button>
        </div>
      </div>
      ${question(
        {
          name: data.removeTitle(dataset.name),
          text: data.removeAsk,
          yes: data.removeConfirm,
          no: cancel,
          testId: 'remove-confirm',
        },
        () => this.session.removeDataset(dataset.id),
      )}
      ${dataset.source === 'demo' ? html`<p class="notice">${data.demoNote}</p>` : nothing}
    `;
  }

  #facts(): string {
    const { dataset } = this.state;
    if (!dataset) return '';
    const { data } = this.words;
    const { date, bytes } = this.formats;
    const imported = data.imported(date(dataset.createdAt));
    const period = dataset.period && data.period(date(dataset.period[0]), date(dataset.period[1]));
    return [imported, period, bytes(dataset.bytes)].filter((fact) => fact !== null).join(' · ');
  }

  #choice() {
    const { datasets, dataset } = this.state;
    return html`<label class="field inline">
      <span class="quiet-label">${this.words.data.dataset}</span>
      <select data-testid="dataset-select" @change=${this.#onDataset}>
        ${datasets.map(
          ({ id, name }) =>
            html`<option value=${id} .selected=${id === dataset?.id}>${name}</option>`,
        )}
      </select>
    </label>`;
  }

  #onDataset = (event: Event): void => {
    void this.session.chooseDataset((event.target as HTMLSelectElement).value);
  };
}

customElements.define('dataset-head', DatasetHead);
