import { html, nothing } from 'lit';
import { chosenFiles } from '../chosen-files';
import { ask, question } from '../question';
import { saveFile } from '../save-file';
import { View } from '../view';

/** What the browser keeps, and how to take it along or be rid of it. */
class StoragePanel extends View {
  override render() {
    const { storage } = this.words;
    return html`
      <section class="card storage">
        <div>
          <h2>${storage.title}</h2>
          ${this.#use()} ${this.#lasting()}
        </div>
        <div class="button-row">
          <button class="secondary" data-testid="export-backup" @click=${this.#onExport}>
            ${storage.export}
          </button>
          <label class="button secondary">
            ${storage.import}
            <input data-testid="import-backup" type="file" @change=${this.#onImport} />
          </label>
          <button class="danger" data-testid="delete-everything" @click=${() => ask(this)}>
            ${storage.deleteAll}
          </button>
        </div>
        ${this.#question()}
      </section>
    `;
  }

  #use() {
    const info = this.state.storage;
    if (!info) return nothing;
    const { bytes } = this.formats;
    const text = this.words.storage.used(bytes(info.used), bytes(info.quota));
    return html`
      <p class="muted small" data-used=${info.used}>${text}</p>
      <progress max=${Math.max(info.quota, 1)} .value=${info.used} aria-label=${text}></progress>
    `;
  }

  /** Whether what is stored will last, once there is anything to lose. */
  #lasting() {
    const { lasting, datasets } = this.state;
    if (datasets.length === 0) return nothing;
    const { storage } = this.words;
    return html`<p class="small" data-testid="lasting" data-state=${lasting ? 'yes' : 'no'}>
      ${lasting ? storage.lasting : storage.fleeting}
    </p>`;
  }

  #question() {
    const { storage, cancel } = this.words;
    return question(
      {
        name: storage.deleteAll,
        text: storage.deleteAsk,
        yes: storage.deleteConfirm,
        no: cancel,
        testId: 'delete-confirm',
      },
      this.session.deleteEverything,
    );
  }

  #onExport = async (): Promise<void> => {
    const backup = await this.session.exportBackup();
    if (!backup) return;
    saveFile(backup, `palate-${new Date().toISOString().slice(0, 10)}.backup`);
  };

  #onImport = (event: Event): void => {
    const [file] = chosenFiles(event);
    if (file) void this.session.offerBackup(file);
  };
}

customElements.define('storage-panel', StoragePanel);
