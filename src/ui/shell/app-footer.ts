import { html } from 'lit';
import { icon } from '../icons';
import { View } from '../view';

/** The promise, how to check it, and whether it holds offline. */
class AppFooter extends View {
  override render() {
    const { promise, offline } = this.words;
    const { kept } = this.state;
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
            <p><a href="./privacy.txt" data-testid="privacy">${promise.more}</a></p>
          </div>
        </details>
        <p data-testid="offline" data-state=${kept}>${offline.states[kept]}</p>
      </footer>
    `;
  }
}

customElements.define('app-footer', AppFooter);
