import { html, nothing } from 'lit';
import '../own/own-list';
import { View } from '../view';
import './dataset-head';
import './dataset-portrait';
import './drop-zone';
import './import-preview';
import './import-report';
import './restore-question';
import './storage-panel';
import './welcome-hero';

/** Bring in data, see what they are like, and what is kept of them. */
class DataRoom extends View {
  override render() {
    return html`
      ${this.#content()}
      <restore-question .session=${this.session}></restore-question>
    `;
  }

  #content() {
    const { session } = this;
    const { arrival, own, dataset, ready } = this.state;
    if (arrival) return html`<import-preview .session=${session}></import-preview>`;
    if (!ready) return nothing;
    if (own) return html`<own-list .session=${session}></own-list>`;
    if (!dataset) return html`<welcome-hero .session=${session}></welcome-hero>${this.#storage()}`;
    return html`
      <dataset-head .session=${session}></dataset-head>
      <dataset-portrait .session=${session}></dataset-portrait>
      <import-report .session=${session}></import-report>
      <section class="card add-data">
        <h2>${this.words.data.add}</h2>
        <drop-zone .session=${session}></drop-zone>
      </section>
      ${this.#storage()}
    `;
  }

  #storage() {
    return html`<storage-panel .session=${this.session}></storage-panel>`;
  }
}

customElements.define('data-room', DataRoom);
