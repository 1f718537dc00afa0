import { html, nothing } from 'lit';
import { View } from './view';
import './shell/app-header';
import './shell/app-footer';
import { keepFocus } from './shell/keep-focus';
import './shell/error-banner';
import './shell/interrupted-notice';
import './shell/update-notice';
import './data/data-room';
import './train/train-room';
import './compare/compare-room';
import './you/you-room';
import './map/map-room';

/** The shell: header, the room that is open, footer; the whole page takes dropped files. */
class App extends View {
  #dragging = false;
  /** What fills the page; where it changes, one begins at the top. */
  #scene = '';
  #leaveFocus = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('dragover', this.#onDrag);
    addEventListener('dragleave', this.#onLeave);
    addEventListener('drop', this.#onDrop);
    this.#leaveFocus = keepFocus(() => this.querySelector('main'));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('dragover', this.#onDrag);
    removeEventListener('dragleave', this.#onLeave);
    removeEventListener('drop', this.#onDrop);
    this.#leaveFocus();
  }

  override updated(): void {
    const { language, room, dataset, arrival } = this.state;
    const scene = `${room} ${dataset?.id} ${arrival !== null}`;
    if (scene !== this.#scene) scrollTo({ top: 0 });
    this.#scene = scene;
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
    document.title = `Palate · ${this.words.rooms[room]}`;
  }

  override render() {
    const { session, words } = this;
    return html`
      <a class="skip" href="#content">${words.skip}</a>
      <app-header .session=${session}></app-header>
      <error-banner .session=${session}></error-banner>
      <interrupted-notice .session=${session}></interrupted-notice>
      <update-notice .session=${session}></update-notice>
      <main id="content" tabindex="-1">${this.#room()}</main>
      <app-footer .session=${session}></app-footer>
      ${this.#dragging ? html`<div class="drop-veil"><p>${words.drop.anywhere}</p></div>` : nothing}
    `;
  }

  #room() {
    const { session } = this;
    switch (this.state.room) {
      case 'data':
        return html`<data-room .session=${session}></data-room>`;
      case 'train':
        return html`<train-room .session=${session}></train-room>`;
      case 'compare':
        return html`<compare-room .session=${session}></compare-room>`;
      case 'you':
        return html`<you-room .session=${session}></you-room>`;
      case 'map':
        return html`<map-room .session=${session}></map-room>`;
    }
  }

  #drag(dragging: boolean): void {
    if (this.#dragging === dragging) return;
    this.#dragging = dragging;
    this.requestUpdate();
  }

  #onDrag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#drag(true);
  };

  #onLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.#drag(false);
  };

  #onDrop = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#drag(false);
    void this.session.offerFiles([...event.dataTransfer.files]);
  };
}

customElements.define('palate-app', App);
