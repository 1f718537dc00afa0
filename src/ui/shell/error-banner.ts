import { html, nothing } from 'lit';
import { icon } from '../icons';
import { lookUp } from '../messages';
import { View } from '../view';

/** What went wrong in plain words, and what to do. */
class ErrorBanner extends View {
  override render() {
    const { error } = this.state;
    if (!error) return nothing;
    const { errors, dismiss } = this.words;
    return html`
      <div class="error" role="alert" data-testid="error" data-error=${error.name}>
        ${icon('warning')}
        <div>
          <strong>${lookUp(errors.titles, error.name, errors.title)}</strong>
          <p>${this.failureText(error.message)}</p>
          <p class="remedy">${lookUp(errors.remedies, error.name, errors.remedy)}</p>
        </div>
        <button class="ghost icon-only" aria-label=${dismiss} @click=${this.session.dismissError}>
          ${icon('close')}
        </button>
      </div>
    `;
  }
}

customElements.define('error-banner', ErrorBanner);
