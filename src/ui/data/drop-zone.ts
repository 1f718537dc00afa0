import { html } from 'lit';
import { chosenFiles } from '../chosen-files';
import { icon } from '../icons';
import { View } from '../view';

/** A file input that looks like a place to drop files; the page around it takes the drop. */
class DropZone extends View {
  override render() {
    const { drop, data, preview } = this.words;
    const { makingDemo } = this.state;
    return html`
      <label class="drop-zone">
        ${icon('upload')}
        <strong>${drop.title}</strong>
        <span class="link">${drop.action}</span>
        <span class="muted small">${drop.hint}</span>
        <input data-testid="file-input" type="file" multiple @change=${this.#onFiles} />
      </label>
      <p class="demo-line">
        <button
          class="secondary"
          data-testid="use-demo"
          ?disabled=${makingDemo}
          @click=${this.session.useDemo}
        >
          ${makingDemo ? preview.making : this.state.dataset ? data.useDemo : this.words.welcome.demo}
        </button>
        <span class="muted small">${this.words.welcome.demoNote}</span>
      </p>
    `;
  }

  #onFiles = (event: Event): void => void this.session.offerFiles(chosenFiles(event));
}

customElements.define('drop-zone', DropZone);
