import { html } from 'lit';
import { icon } from '../icons';
import { View } from '../view';
import './drop-zone';

/** The first visit: what this is, and the two ways to begin. */
class WelcomeHero extends View {
  override render() {
    const { welcome, promise } = this.words;
    return html`
      <section class="hero">
        <div class="hero-text">
          <p class="eyebrow">${icon('lock')}${promise.title}</p>
          <h1>${welcome.title.map((line) => html`<span>${line} </span>`)}</h1>
          <p class="lead">${welcome.lead}</p>
        </div>
        <div class="hero-drop"><drop-zone .session=${this.session}></drop-zone></div>
      </section>
      <ol class="steps">
        ${welcome.steps.map(
          ({ title, text }) =>
            html`<li>
              <h2>${title}</h2>
              <p>${text}</p>
            </li>`,
        )}
      </ol>
    `;
  }
}

customElements.define('welcome-hero', WelcomeHero);
