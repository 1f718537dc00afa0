import { html } from 'lit';
import type { FilePreview, NamedColumn } from '../../api';
import { View } from '../view';
import { columnsOf, withUse } from './roles';

/** Whether a row says how much something was liked, or only that it was chosen; and what follows. */
class RatingChoice extends View {
  static override properties = {
    ...View.properties,
    preview: { attribute: false },
    index: { attribute: false },
  };
  declare preview: FilePreview;
  declare index: number;

  override render() {
    const { feedback } = this.words.preview;
    const isExplicit = this.preview.plan.roles.value !== undefined;
    return html`
      <fieldset class="alternatives" data-testid="feedback">
        <legend>${feedback.label}</legend>
        ${this.#alternative('explicit', isExplicit, this.#ratings())}
        ${this.#alternative('implicit', !isExplicit, this.#choices())}
      </fieldset>
    `;
  }

  #alternative(kind: 'explicit' | 'implicit', isChosen: boolean, help: string) {
    const { ratings } = this.preview;
    return html`<label class="alternative">
      <input
        type="radio"
        name="feedback-${this.index}"
        value=${kind}
        .checked=${isChosen}
        ?disabled=${kind === 'explicit' && !ratings}
        @change=${() => this.#choose(kind)}
      />
      <span>
        ${this.words.preview.feedback[kind]}
        <small>${help}</small>
      </span>
    </label>`;
  }

  #ratings(): string {
    const { feedback } = this.words.preview;
    const { ratings } = this.preview;
    if (!ratings) return feedback.noRatings;
    const { low, high, mean, rows } = ratings;
    const { short, count } = this.formats;
    return feedback.ratings(this.#named().name, short(low), short(high), short(mean), count(rows));
  }

  #choices(): string {
    const needy = this.state.models.filter(({ needs }) => needs.includes('ratings'));
    const titles = needy.map(({ name }) => this.titleOf(name));
    return this.words.preview.feedback.choices(this.formats.list(titles));
  }

  #choose(kind: 'explicit' | 'implicit'): void {
    const use = kind === 'explicit' ? 'value' : undefined;
    void this.session.correct(this.index, withUse(this.preview.plan, this.#named(), use));
  }

  /** The column of ratings. */
  #named(): NamedColumn {
    const { count } = this.formats;
    const columns = columnsOf(this.preview, (number) => this.words.preview.column(count(number)));
    return columns[this.preview.ratings?.column ?? 0];
  }
}

customElements.define('rating-choice', RatingChoice);
