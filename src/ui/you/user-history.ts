import { html, nothing } from 'lit';
import { itemCard } from '../item-card';
import { View } from '../view';

/** What a user of the dataset chose, newest first. */
class UserHistory extends View {
  override render() {
    const { who, history } = this.state.taste;
    if (who === 'you') return nothing;
    const { count, short, date } = this.formats;
    return html`
      <section class="card">
        <h2>
          ${this.words.you.history(who.user)} <span class="count">${count(history.length)}</span>
        </h2>
        <ul class="item-list compact history" data-testid="user-history" tabindex="0">
          ${history.map(
            (entry) =>
              html`<li data-item=${entry.item}>
                ${itemCard(
                  entry,
                  html`<span class="said small">
                    ${entry.value === undefined ? nothing : html`<strong>${short(entry.value)}</strong>`}
                    ${entry.at === undefined ? nothing : date(entry.at)}
                  </span>`,
                )}
              </li>`,
          )}
        </ul>
      </section>
    `;
  }
}

customElements.define('user-history', UserHistory);
