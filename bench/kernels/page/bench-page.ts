import { html, LitElement, nothing } from 'lit';
import { mark } from '../../../src/ui/icons';
import { casesOf } from '../cases';
import { benchNames, type Entry } from '../entry';
import { measure } from '../measure';
import { cellsOf, columns, placeOf } from '../table';
import { pagePlatform } from './platform';

/** One button, and then a table for the adapter at hand. */
class BenchPage extends LitElement {
  static override properties = {
    entries: { state: true },
    message: { state: true },
    isMeasuring: { state: true },
  };
  declare entries: readonly Entry[];
  declare message: string;
  declare isMeasuring: boolean;

  constructor() {
    super();
    [this.entries, this.message, this.isMeasuring] = [[], '', false];
  }

  override createRenderRoot() {
    return this;
  }

  override render() {
    return html`
      <header class="header">
        <a class="brand" href="./">${mark()}<span>Palate</span></a>
      </header>
      <main>
        <h1>How fast is this device?</h1>
        <p class="lead">
          The training steps that Palate is made of, on this device’s own adapter, in turn with
          stock TensorFlow.js and jax-js doing the same. Each library first shows that it computes
          the same loss and gradients. Everything is computed here; nothing is sent.
        </p>
        <div class="button-row bench-start">
          <select data-testid="bench-select" aria-label="Bench" ?disabled=${this.isMeasuring}>
            ${['all', ...benchNames].map((name) => html`<option>${name}</option>`)}
          </select>
          <button
            class="primary"
            data-testid="bench-run"
            ?disabled=${this.isMeasuring}
            @click=${this.#run}
          >
            Measure
          </button>
          <button
            class="secondary"
            data-testid="bench-copy"
            ?disabled=${this.entries.length === 0}
            @click=${this.#copy}
          >
            Copy as JSON
          </button>
        </div>
        <p class="muted" role="status" data-testid="bench-status">${this.message}</p>
        ${this.entries.length > 0 ? this.#table() : nothing}
      </main>
    `;
  }

  #table() {
    const cells = (row: readonly string[]) =>
      row.slice(2).map((cell) => html`<td class="number">${cell}</td>`);
    return html`
      <section class="card bench-table">
        <table data-testid="bench-table">
          <thead>
            <tr>
              ${columns.map((title, i) => html`<th class=${i < 2 ? '' : 'number'}>${title}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${this.entries.map(cellsOf).map(
              (row) =>
                html`<tr>
                  <th scope="row">${row[0]}</th>
                  <td>${row[1]}</td>
                  ${cells(row)}
                </tr>`,
            )}
          </tbody>
        </table>
        ${[...new Set(this.entries.map(placeOf))].map(
          (place) => html`<p class="small muted">${place}</p>`,
        )}
      </section>
    `;
  }

  #run = async (): Promise<void> => {
    const { value } = this.querySelector('select')!;
    [this.entries, this.isMeasuring] = [[], true];
    const tell = (message: string): void => void (this.message = message);
    const add = (entry: Entry): void => void (this.entries = [...this.entries, entry]);
    try {
      await measure(casesOf(value), pagePlatform(), tell, add);
      this.message = 'Done.';
    } catch (error) {
      this.message = error instanceof Error ? error.message : String(error);
    }
    this.isMeasuring = false;
  };

  #copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(JSON.stringify(this.entries, null, 2));
    this.message = 'Copied.';
  };
}

customElements.define('bench-page', BenchPage);
