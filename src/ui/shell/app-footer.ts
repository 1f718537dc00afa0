import { html } from 'lit';
import { icon } from '../icons';
import { View } from '../view';

/** The promise, and how to check it. */
class AppFooter extends View {
  override render() {
    const { promise } = this.words;
    return html`
      <footer class="footer">
        <details>
          <summary>${icon('lock')}<span>${promise.title}</span></summary>
          <div class="promise">
            <p>${promise.body}</p>
            <h2>${promise.verifyTitle}</h2>
            <ul>
              ${promise.verify.map((way) => html`<li>${way}</li>`)}
            </ul>
          </div>
        </details>
      </footer>
    `;
  }
}

customElements.define('app-footer', AppFooter);
