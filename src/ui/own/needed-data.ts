import { html } from 'lit';
import { View } from '../view';
import '../data/drop-zone';

/** Which data to get for a list, from where and under which licence; and where to drop them. */
class NeededData extends View {
  override render() {
    const { own } = this.words;
    const { list } = this.state.own ?? {};
    const { name, files, address, licence } = own.needed[list?.about ?? 'films'];
    return html`
      <section class="card needed-data" data-testid="needed-data">
        <h2>${own.get(name)}</h2>
        <p>${files}</p>
        <dl>
          <dt>${own.published}</dt>
          <dd><code class="address">${address}</code></dd>
          <dt>${own.licence}</dt>
          <dd>${licence}</dd>
        </dl>
        <p class="muted small">${own.neverOpened}</p>
        <drop-zone .session=${this.session}></drop-zone>
      </section>
    `;
  }
}

customElements.define('needed-data', NeededData);
