import { html } from 'lit';
import { needOf } from '../need';
import { View } from '../view';
import './learning-card';
import './model-card';
import './onboarding-card';
import './opinion-list';
import './people-card';
import './recommendation-list';
import './search-results';
import './user-history';
import './who-bar';

/** Recommendations for the person at the screen, or for someone in the data. */
class YouRoom extends View {
  override render() {
    const { session, words } = this;
    const { recommender, recommenders, dataset, taste } = this.state;
    const { you } = words;
    if (!recommender)
      return needOf(you.title, you.need, you.toTrain, () => session.openRoom('train'));
    const asking = taste.onboarding.question !== null && taste.search.trim() === '';
    const choices = recommenders.filter((each) => each.dataset === dataset?.id);
    return html`
      <div class="room-head">
        <div>
          <h1>${you.title}</h1>
          <p class="muted">
            ${(recommender.refitted ? you.refitted : you.notRefitted)(
              this.titleOf(recommender.model),
              this.formats.count(recommender.epochs),
            )}
          </p>
        </div>
        <label class="field inline">
          <span>${you.recommender}</span>
          <select data-testid="recommender-select" @change=${this.#onRecommender}>
            ${choices.map(
              ({ id, model }) =>
                html`<option value=${id} .selected=${id === recommender.id}>
                  ${this.titleOf(model)}
                </option>`,
            )}
          </select>
        </label>
      </div>
      <who-bar .session=${session}></who-bar>
      <div class="you-layout">
        <div class="taste">
          ${
            taste.who === 'you'
              ? html`${asking ? html`<onboarding-card .session=${session}></onboarding-card>` : html`<search-results .session=${session}></search-results>`}
                  <opinion-list .session=${session}></opinion-list>
                  <learning-card .session=${session}></learning-card>
                  <people-card .session=${session}></people-card>`
              : html`<user-history .session=${session}></user-history>`
          }
          <model-card .session=${session}></model-card>
        </div>
        <recommendation-list .session=${session}></recommendation-list>
      </div>
    `;
  }

  #onRecommender = (event: Event): void => {
    void this.session.chooseRecommender((event.target as HTMLSelectElement).value);
  };
}

customElements.define('you-room', YouRoom);
