import { View } from './view';

/** How long the typing must rest before it is asked, in ms. */
const pause = 250;

/** A view of an answer that depends on what is being typed. */
export abstract class AskingView<Answer> extends View {
  #question: string | null = null;
  #answer: Answer | null = null;
  #timer = 0;

  /** All that the answer depends on; null where nothing is asked. */
  protected abstract get question(): string | null;

  protected abstract ask(): Promise<Answer | null>;

  /** Null until there is one. */
  protected get answer(): Answer | null {
    return this.#answer;
  }

  override willUpdate(): void {
    const { question } = this;
    if (question === this.#question) return;
    this.#question = question;
    this.#answer = null;
    clearTimeout(this.#timer);
    if (question !== null)
      this.#timer = window.setTimeout(() => void this.#follow(question), pause);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** An answer to what is not asked any more is left unsaid. */
  async #follow(question: string): Promise<void> {
    const answer = await this.ask();
    if (question !== this.#question) return;
    this.#answer = answer;
    this.requestUpdate();
  }
}
