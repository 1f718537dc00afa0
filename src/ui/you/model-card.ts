import { html, nothing } from 'lit';
import { ask, question } from '../question';
import { saveFile } from '../save-file';
import { View } from '../view';

/** The model that serves: to take along, with or without people in it, or to be rid of. */
class ModelCard extends View {
  #withUsers = false;

  override render() {
    const { recommender } = this.state;
    if (!recommender) return nothing;
    const { model, cancel } = this.words;
    return html`
      <details class="card model" data-testid="model-card">
        <summary>${model.title}</summary>
        <p class="muted small">${this.#withUsers ? model.withUsers : model.itemOnly}</p>
        <label class="switch">
          <input
            type="checkbox"
            data-testid="export-users"
            .checked=${this.#withUsers}
            @change=${this.#onUsers}
          />
          <span>${model.users}</span>
        </label>
        <p class="muted small">${model.bundleHelp}</p>
        <div class="button-row">
          <button class="secondary" data-testid="export-recommender" @click=${this.#onExport}>
            ${model.export}
          </button>
          <button class="secondary" data-testid="export-bundle" @click=${this.#onBundle}>
            ${model.bundle}
          </button>
          <button class="danger" data-testid="remove-recommender" @click=${() => ask(this)}>
            ${model.remove}
          </button>
        </div>
        ${question(
          {
            name: model.remove,
            text: model.removeAsk,
            yes: model.removeConfirm,
            no: cancel,
            testId: 'remove-recommender-confirm',
          },
          () => this.session.removeRecommender(recommender.id),
        )}
      </details>
    `;
  }

  #onUsers = (event: Event): void => {
    this.#withUsers = (event.target as HTMLInputElement).checked;
    this.requestUpdate();
  };

  #onExport = async (): Promise<void> => {
    const { recommender } = this.state;
    const file = await this.session.exportRecommender(this.#withUsers);
    if (file && recommender) saveFile(file, `palate-${recommender.model}.safetensors`);
  };

  #onBundle = async (): Promise<void> => {
    const { recommender } = this.state;
    const file = await this.session.exportBundle();
    if (file && recommender) saveFile(file, `palate-${recommender.model}-bundle.zip`);
  };
}

customElements.define('model-card', ModelCard);
