import { html, nothing } from 'lit';
import type { DatasetSummary } from '../../api';
import { barChart } from '../charts/bar-chart';
import { shareBar } from '../charts/share-bar';
import { itemCard } from '../item-card';
import { lookUp } from '../messages';
import { reasons } from '../messages/reasons';
import { View } from '../view';

/** What a dataset is like: its size, its ratings, its months, its tail. */
class DatasetPortrait extends View {
  override render() {
    const { summary } = this.state;
    return html`
      ${this.#figures()} ${summary && !summary.testable ? this.#tooLittle() : nothing}
      ${this.#side()}
      ${
        summary
          ? html`<div class="portrait">
                ${this.#ratings(summary)} ${this.#activity(summary)} ${this.#tail(summary)}
              </div>
              ${this.#timing(summary)} ${summary.testable ? this.#suits() : nothing}`
          : nothing
      }
    `;
  }

  #figures() {
    const { dataset, summary } = this.state;
    if (!dataset) return nothing;
    const { data } = this.words;
    const { count, percent } = this.formats;
    const { users, items, interactions } = dataset;
    return html`
      <dl
        class="figures"
        data-testid="dataset-summary"
        data-users=${users}
        data-items=${items}
        data-interactions=${interactions}
      >
        ${figure(data.users, count(users))} ${figure(data.items, count(items))}
        ${figure(data.interactions, count(interactions))}
        ${figure(data.density, percent(interactions / Math.max(users * items, 1)))}
        ${summary ? figure(data.median, count(summary.medianHistory)) : nothing}
      </dl>
    `;
  }

  #tooLittle() {
    return html`<p class="notice warn" role="status" data-testid="too-little">
      ${this.words.data.tooLittle}
    </p>`;
  }

  /** What is known beside who chose what. */
  #side() {
    const { side, newItems = 0 } = this.state.dataset ?? {};
    if (!side) return nothing;
    const { data } = this.words;
    const { count } = this.formats;
    const kinds = ['people', 'items', 'context'] as const;
    const own = (name: string) => lookUp(data.known, name, name);
    const names = { ...side, items: side.items.map(own) };
    const lists = kinds.map((kind) => [kind, this.formats.list(names[kind])] as const);
    const sizes = { triples: side.triples, friends: side.friends, newItems };
    const counts = (['triples', 'friends', 'newItems'] as const).map(
      (kind) => [kind, sizes[kind] > 0 ? count(sizes[kind]) : ''] as const,
    );
    const known = [...lists, ...counts].filter(([, text]) => text !== '');
    return html`<section class="card" data-testid="dataset-side">
      <h2>${data.side}</h2>
      ${
        known.length > 0
          ? html`<ul class="tallies">
              ${known.map(
                ([kind, text]) =>
                  html`<li data-side=${kind}><strong>${data.sideOf[kind]}</strong> ${text}</li>`,
              )}
            </ul>`
          : html`<p class="muted">${data.noSide}</p>`
      }
    </section>`;
  }

  #ratings({ ratings }: DatasetSummary) {
    const { data } = this.words;
    const { count, short } = this.formats;
    const bars = ratings.map((rating) => ({
      label: short(rating.value),
      value: rating.count,
      text: count(rating.count),
    }));
    return html`<section class="card">
      <h2>${data.ratings}</h2>
      ${barChart(bars, data.ratingsAlt)}
    </section>`;
  }

  #activity({ activity }: DatasetSummary) {
    const { data } = this.words;
    const { count, month: nameOf } = this.formats;
    const bars = activity.map(({ month, count: n }) => ({
      label: nameOf(month),
      value: n,
      text: count(n),
    }));
    return html`<section class="card">
      <h2>${data.activity}</h2>
      ${
        bars.length > 0
          ? barChart(bars, data.activityAlt)
          : html`<p class="muted">${data.noTimes}</p>`
      }
    </section>`;
  }

  /** What times say, and what that is good for. */
  #timing({ timing }: DatasetSummary) {
    if (timing === null) return nothing;
    const { data } = this.words;
    const { percent } = this.formats;
    const facts = [
      data.ties(percent(timing.ties)),
      data.newUsers(percent(timing.newUsers)),
      data.newItems(percent(timing.newItems)),
    ];
    return html`<section class="card" data-testid="dataset-timing">
      <h2>${data.timing}</h2>
      ${facts.map((fact) => html`<p>${fact}</p>`)}
    </section>`;
  }

  /** Which model such data favour, and why. */
  #suits() {
    const { auto, language } = this.state;
    if (!auto) return nothing;
    return html`<section class="card" data-testid="dataset-suits" data-model=${auto.model}>
      <h2>${this.words.data.suits(this.titleOf(auto.model))}</h2>
      <p>${reasons[language](auto)}</p>
    </section>`;
  }

  #tail({ headShare, popular }: DatasetSummary) {
    const { data } = this.words;
    return html`<section class="card">
      <h2>${data.tail}</h2>
      ${shareBar(headShare, data.head, data.rest)}
      <p class="muted small">${data.tailText(this.formats.percent(headShare))}</p>
      <h3>${data.popular}</h3>
      <ol class="popular">
        ${popular.slice(0, 5).map((item) => html`<li>${itemCard(item)}</li>`)}
      </ol>
    </section>`;
  }
}

function figure(label: string, value: string) {
  return html`<div class="figure">
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}

customElements.define('dataset-portrait', DatasetPortrait);
