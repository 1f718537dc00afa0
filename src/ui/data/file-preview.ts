import { html, nothing } from 'lit';
import type { FilePlan, FilePreview, NamedColumn } from '../../api';
import { View } from '../view';
import './rating-choice';
import { asKind, columnsOf, useOf, uses, withUse } from './roles';
import './zone-choice';

const kinds = Object.keys(uses) as readonly FilePlan['kind'][];
const delimiters = [',', ';', '\t', '|', '::', ' '] as const;

/** The first rows of one file as they would be read, with everything about it open to correction. */
class FilePreviewView extends View {
  static override properties = {
    ...View.properties,
    preview: { attribute: false },
    index: { attribute: false },
  };
  declare preview: FilePreview;
  declare index: number;

  override render() {
    const { plan, size } = this.preview;
    const isRead = plan.kind !== 'unknown' && plan.kind !== 'personal';
    return html`
      <section class="card file-preview" data-testid="import-preview" data-kind=${plan.kind}>
        <header class="file-head">
          <h2>${plan.name}</h2>
          <span class="muted">
            ${plan.archive ? this.words.preview.inArchive(plan.archive) : nothing}
            ${this.formats.bytes(size)}
          </span>
        </header>
        ${
          canBeTable(this.preview)
            ? html`<div class="field-row">
                ${this.#kind()} ${isRead && !plan.format ? this.#format() : nothing}
              </div>`
            : nothing
        }
        ${this.#problem()}
        ${plan.kind === 'personal' ? html`<p class="notice">${this.words.own.later}</p>` : nothing}
        ${isRead ? this.#table() : nothing}
        ${plan.kind === 'interactions' ? this.#reading() : nothing}
      </section>
    `;
  }

  /** What is wrong with it, unless the page says so already. */
  #problem() {
    const { problem } = this.preview;
    if (!problem || problem === this.state.error?.message) return nothing;
    return html`<p class="notice warn" role="status">${this.failureText(problem)}</p>`;
  }

  #kind() {
    const { preview } = this.words;
    const { plan } = this.preview;
    return html`<label class="field">
      <span>${preview.kind}</span>
      <select
        data-testid="file-kind"
        @change=${(event: Event) =>
          this.#correct(asKind(plan, kindsOf(plan)[chosenIndex(event)], this.#columns()))}
      >
        ${kindsOf(plan).map(
          (each) =>
            html`<option value=${each} .selected=${each === plan.kind}>
              ${preview.kinds[each]}
            </option>`,
        )}
      </select>
    </label>`;
  }

  #format() {
    const { preview } = this.words;
    const { plan } = this.preview;
    return html`
      <label class="field">
        <span>${preview.delimiter}</span>
        <select
          @change=${(event: Event) => this.#correct({ delimiter: delimiters[chosenIndex(event)] })}
        >
          ${delimiters.map(
            (each) =>
              html`<option .selected=${each === plan.delimiter}>
                ${preview.delimiters[each]}
              </option>`,
          )}
        </select>
      </label>
      <label class="check">
        <input
          type="checkbox"
          .checked=${plan.header}
          @change=${() => this.#correct({ header: !plan.header })}
        />
        <span>${preview.header}</span>
      </label>
    `;
  }

  #table() {
    const { rows } = this.preview;
    const columns = this.#columns();
    return html`
      <div class="scroll">
        <table class="preview-table">
          <thead>
            <tr>
              ${columns.map((column) => html`<th scope="col">${this.#column(column)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row, place) =>
                html`<tr>
                  ${columns.map(
                    ({ column }) =>
                      html`<td class=${this.#used(column)}>
                        ${row[column]} ${this.#timeRead(column, place)}
                      </td>`,
                  )}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  /** The time that a cell is read as. */
  #timeRead(column: number, place: number) {
    const { plan, times } = this.preview;
    if (!times || column !== plan.roles.time) return nothing;
    const time = times.read[place];
    const { noTime, timeRead } = this.words.preview;
    return html`<small class="read-as" data-time=${time ?? ''}>
      ${time === null ? noTime : timeRead(this.formats.moment(time))}
    </small>`;
  }

  /** What the rows of a file of interactions count, and when they happened. */
  #reading() {
    const { session, preview, index } = this;
    return html`<div class="reading">
      <rating-choice .session=${session} .preview=${preview} .index=${index}></rating-choice>
      ${
        preview.times?.isLocal
          ? html`<zone-choice
              .session=${session}
              .preview=${preview}
              .index=${index}
            ></zone-choice>`
          : nothing
      }
    </div>`;
  }

  #columns(): readonly NamedColumn[] {
    const { count } = this.formats;
    return columnsOf(this.preview, (number) => this.words.preview.column(count(number)));
  }

  #column(named: NamedColumn) {
    const { preview } = this.words;
    const { plan } = this.preview;
    const use = useOf(plan, named.column);
    const choices = uses[plan.kind];
    return html`
      <span class="column-name">${named.name}</span>
      <select
        aria-label=${preview.roleOf(named.name)}
        data-role=${use ?? ''}
        @change=${(event: Event) =>
          this.#correct(withUse(plan, named, choices[chosenIndex(event) - 1]))}
      >
        <option .selected=${use === undefined}>${preview.noRole}</option>
        ${choices.map(
          (each) => html`<option .selected=${each === use}>${preview.roles[each]}</option>`,
        )}
      </select>
    `;
  }

  #used(column: number): string {
    return useOf(this.preview.plan, column) ? '' : 'unused';
  }

  #correct(changes: Partial<FilePlan>): void {
    void this.session.correct(this.index, changes);
  }
}

/** Not pictures, nor what is empty; what an archive holds besides is not looked at unless asked for. */
function canBeTable({ plan, columns, rows }: FilePreview): boolean {
  const isOpen = plan.kind !== 'unknown' || plan.archive !== undefined;
  return isOpen || columns.length + rows.length > 0;
}

/** What a person can say of a file: that it is a list of their own shows by itself. */
function kindsOf(plan: FilePlan): readonly FilePlan['kind'][] {
  return kinds.filter((kind) => kind !== 'personal' || plan.kind === 'personal');
}

function chosenIndex(event: Event): number {
  return (event.target as HTMLSelectElement).selectedIndex;
}

customElements.define('file-preview', FilePreviewView);
