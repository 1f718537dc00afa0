import { LitElement } from 'lit';
import type { Headline } from '../api';
import type { Session } from '../client/session';
import type { State } from '../client/state';
import { formatsFor } from './format';
import type { Formats } from './format';
import { isError } from './judge';
import { lookUp, messages } from './messages';
import { failureTexts } from './messages/failure-text';
import type { Messages } from './messages';
import { metricName } from './metric-name';

/**
 * What all views are: drawn from the session in the light DOM, so that one style
 * sheet reaches them, and drawn again when the session changes.
 */
export abstract class View extends LitElement {
  static override properties = { session: { attribute: false } };
  declare session: Session;
  #unsubscribe = () => {};

  override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = this.session.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe();
  }

  get state(): State {
    return this.session.get();
  }

  /** The words of the chosen language. */
  get words(): Messages {
    return messages[this.state.language];
  }

  get formats(): Formats {
    return formatsFor(this.state.language);
  }

  /** The metric by which a model is judged. */
  judgeOf(model: string): Headline {
    return this.state.models.find(({ name }) => name === model)?.judgedBy ?? 'ndcg@10';
  }

  /** A metric, and which way is better where that is not more. */
  metricWord(metric: string): string {
    const name = metricName(metric, this.words);
    return isError(metric) ? this.words.score.lower(name) : name;
  }

  /** A model's title in the chosen language, or else its own. */
  titleOf(model: string): string {
    const info = this.state.models.find(({ name }) => name === model);
    return lookUp(this.words.models, model, info?.title ?? model);
  }

  /** What a failure says, in the chosen language. */
  failureText(message: string): string {
    const { language, models } = this.state;
    const titles = models.map(({ name, title }) => [title, this.titleOf(name)] as const);
    return failureTexts[language](message, Object.fromEntries(titles));
  }
}
