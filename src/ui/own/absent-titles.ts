import { html, nothing } from 'lit';
import { View } from '../view';
import { listedTitle, matchChoice, titled, type MatchLine } from './match-line';
import './title-search';

/** The titles that were found nowhere, and a search for whoever knows better. */
class AbsentTitles extends View {
  static override properties = {
    ...View.properties,
    lines: { attribute: false },
    open: { state: true },
  };
  declare lines: readonly MatchLine[];
  /** The place of the title that is searched for by hand. */
  declare open: number | null;

  override render() {
    if (this.lines.length === 0) return nothing;
    const { absent, howToFind } = this.words.own;
    return html`
      <details class="card" data-testid="absent" data-count=${this.lines.length}>
        <summary>
          ${absent} <span class="count">${this.formats.count(this.lines.length)}</span>
        </summary>
        <p class="muted small">${howToFind}</p>
        <ul class="match-list">
          ${this.lines.map((line) => html`<li>${this.#line(line)}</li>`)}
        </ul>
      </details>
    `;
  }

  #line(line: MatchLine) {
    const { entry, place } = line;
    const { own } = this.words;
    const isOpen = this.open === place;
    return html`
      <div class="absent-title">
        <span>${listedTitle(this, entry)}${this.#found(line)}</span>
        <button
          class="ghost"
          data-testid="match-find"
          aria-expanded=${isOpen}
          aria-label=${own.findTitle(titled(entry))}
          @click=${() => (this.open = isOpen ? null : place)}
        >
          ${own.find}
        </button>
      </div>
      ${isOpen ? this.#search(line) : nothing}
    `;
  }

  /** What was chosen for a title. */
  #found({ review, place }: MatchLine) {
    const item = this.state.own?.choices.get(place);
    const chosen = review.candidates.find((candidate) => candidate.item === item);
    return chosen ? html` → ${titled(chosen)}` : nothing;
  }

  #search(line: MatchLine) {
    return html`
      <title-search .session=${this.session} .line=${line}></title-search>
      ${line.review.candidates.length > 0 ? matchChoice(this, line) : nothing}
    `;
  }
}

customElements.define('absent-titles', AbsentTitles);
