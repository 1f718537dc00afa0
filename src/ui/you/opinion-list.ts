import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DatasetInfo, Opinion } from '../../api';
import { chosenFiles } from '../chosen-files';
import { toCsv } from '../csv';
import { saveFile } from '../save-file';
import { icon } from '../icons';
import { ask, question } from '../question';
import { itemCard } from '../item-card';
import { View } from '../view';
import { opinionButtons } from './opinion-buttons';

/** How many other data are offered. */
const mostOthers = 3;

/** What the person at the screen said, newest first, each to be changed or deleted, or all at once. */
class OpinionList extends View {
  /** The item whose opinion is being changed. */
  #editing: string | null = null;

  override render() {
    const { you } = this.words;
    const { opinions } = this.state.taste;
    return html`
      <section class="card">
        <h2>${you.opinions} <span class="count">${this.formats.count(opinions.length)}</span></h2>
        ${opinions.length === 0 ? html`<p class="muted">${you.noOpinions}</p>` : ''}
        <ul
          class="item-list compact history"
          data-testid="you-opinions"
          aria-label=${you.opinions}
          tabindex=${opinions.length > 0 ? 0 : nothing}
        >
          ${repeat(
            opinions,
            ({ item }) => item,
            (opinion) => this.#entry(opinion),
          )}
        </ul>
        ${opinions.length > 0 ? this.#actions() : nothing} ${this.#bring()}
      </section>
    `;
  }

  /** Another way in for what one has rated elsewhere: the Data room goes on with it. */
  #bring() {
    const { you } = this.words;
    return html`
      <p class="muted small">${you.bringText}</p>
      <div class="button-row">
        <label class="button secondary">
          ${you.bring}
          <input data-testid="bring-list" type="file" multiple @change=${this.#onBring} />
        </label>
        ${this.#others().map(
          ({ id, name }) =>
            html`<button
              class="secondary"
              data-testid="bring-opinions"
              data-dataset=${id}
              @click=${() => this.session.bringOpinions(id)}
            >
              ${you.bringOpinions(name)}
            </button>`,
        )}
      </div>
    `;
  }

  /** Other data of which something was said, as long as nothing was of these. */
  #others(): readonly DatasetInfo[] {
    const { datasets, dataset, taste } = this.state;
    if (taste.opinions.length > 0 || !dataset?.hasTitles) return [];
    return datasets
      .filter(({ id, hasTitles }) => hasTitles && id !== dataset.id && taste.spokenOf.includes(id))
      .slice(0, mostOthers);
  }

  #onBring = (event: Event): void => void this.session.offerFiles(chosenFiles(event));

  #entry(opinion: Opinion) {
    const { you } = this.words;
    const { item, title, kind, value } = opinion;
    const isEdited = this.#editing === item;
    const buttons = html`
      <div class="said-row">
        <span class="said small" data-kind=${kind}>
          ${you.said[kind]} ${value === null ? '' : this.formats.short(value)}
        </span>
        <button
          class="ghost icon-only"
          data-testid="edit-opinion"
          aria-expanded=${isEdited}
          aria-label="${you.edit}: ${title}"
          title=${you.edit}
          @click=${() => this.#edit(isEdited ? null : item)}
        >
          ${icon('edit')}
        </button>
        <button
          class="ghost icon-only"
          data-testid="take-back"
          aria-label="${you.takeBack}: ${title}"
          title=${you.takeBack}
          @click=${() => this.session.say(item, 'clear')}
        >
          ${icon('trash')}
        </button>
      </div>
      ${isEdited ? opinionButtons(this.session, this.words, opinion, opinion) : nothing}
    `;
    return html`<li data-item=${item} data-kind=${kind}>${itemCard(opinion, buttons)}</li>`;
  }

  #actions() {
    const { you } = this.words;
    return html`<div class="button-row">
      <button class="secondary" data-testid="export-log" @click=${this.#onExport}>
        ${you.exportLog}
      </button>
      <button class="secondary" data-testid="save-opinions" @click=${this.#onSave}>
        ${you.saveOpinions}
      </button>
      <button class="danger" data-testid="clear-log" @click=${() => ask(this)}>${you.clear}</button>
      ${this.#question()}
    </div>`;
  }

  #question() {
    const { you, cancel } = this.words;
    return question(
      {
        name: you.clear,
        text: you.clearAsk,
        yes: you.clearConfirm,
        no: cancel,
        testId: 'clear-confirm',
      },
      this.session.clearLog,
    );
  }

  #edit(item: string | null): void {
    this.#editing = item;
    this.requestUpdate();
  }

  /** What you said, as a table. */
  #onSave = (): void => {
    const rows = this.state.taste.opinions.map(({ item, title, kind, value, at }) => {
      return [item, title, kind, value, new Date(at).toISOString()];
    });
    saveFile(toCsv(['item', 'title', 'said', 'rating', 'time'], rows), 'palate-opinions.csv');
  };

  #onExport = async (): Promise<void> => {
    const log = await this.session.exportLog();
    if (log) saveFile(log, 'palate-log.json');
  };
}

customElements.define('opinion-list', OpinionList);
