import { html, nothing } from 'lit';
import type { FilePlan, FilePreview, Role } from '../../api';
import { View } from '../view';
import { roleAt, withRole } from './roles';

const kinds: readonly FilePlan['kind'][] = ['interactions', 'items', 'unknown'];
const delimiters = [',', ';', '\t', '|', '::'] as const;
const roles: Readonly<Record<FilePlan['kind'], readonly Role[]>> = {
  interactions: ['user', 'item', 'value', 'time', 'title', 'year', 'genres'],
  items: ['item', 'title', 'year', 'genres'],
  unknown: [],
};

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
    const { plan, size, problem } = this.preview;
    return html`
      <section class="card file-preview" data-testid="import-preview" data-kind=${plan.kind}>
        <header class="file-head">
          <h2>${plan.name}</h2>
          <span class="muted">${this.formats.bytes(size)}</span>
        </header>
        <div class="field-row">
          ${this.#kind()} ${plan.kind === 'unknown' ? nothing : this.#format()}
        </div>
        ${problem ? html`<p class="notice warn" role="status">${problem}</p>` : nothing}
        ${plan.kind === 'unknown' ? nothing : this.#table()}
      </section>
    `;
  }

  #kind() {
    const { preview } = this.words;
    const { kind } = this.preview.plan;
    return html`<label class="field">
      <span>${preview.kind}</span>
      <select @change=${(event: Event) => this.#correct({ kind: kinds[chosenIndex(event)] })}>
        ${kinds.map(
          (each) => html`<option .selected=${each === kind}>${preview.kinds[each]}</option>`,
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
    const { columns, rows } = this.preview;
    const width = Math.max(columns.length, ...rows.map((row) => row.length), 0);
    const indices = Array.from({ length: width }, (_column, i) => i);
    return html`
      <div class="scroll">
        <table class="preview-table">
          <thead>
            <tr>
              ${indices.map((column) => html`<th scope="col">${this.#column(column)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row) =>
                html`<tr>
                  ${indices.map((column) => html`<td class=${this.#used(column)}>${row[column]}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  #column(column: number) {
    const { preview } = this.words;
    const { plan, columns } = this.preview;
    const name = columns[column] || preview.column(this.formats.count(column + 1));
    const role = roleAt(plan, column);
    const choices = roles[plan.kind];
    return html`
      <span class="column-name">${name}</span>
      <select
        aria-label=${preview.roleOf(name)}
        data-role=${role ?? ''}
        @change=${(event: Event) =>
          this.#correct({ roles: withRole(plan.roles, column, choices[chosenIndex(event) - 1]) })}
      >
        <option .selected=${role === undefined}>${preview.noRole}</option>
        ${choices.map(
          (each) => html`<option .selected=${each === role}>${preview.roles[each]}</option>`,
        )}
      </select>
    `;
  }

  #used(column: number): string {
    return roleAt(this.preview.plan, column) ? '' : 'unused';
  }

  #correct(changes: Partial<FilePlan>): void {
    void this.session.correct(this.index, changes);
  }
}

function chosenIndex(event: Event): number {
  return (event.target as HTMLSelectElement).selectedIndex;
}

customElements.define('file-preview', FilePreviewView);
