import { html } from 'lit';

/** What is asked before something that cannot be undone. */
export interface Question {
  /** What is about to be done. */
  readonly name: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  /** The name of the yes for automation. */
  readonly testId: string;
}

/** A question that waits to be asked: modal, so that focus stays within and goes back after. */
export function question(
  { name, text, yes, no, testId }: Question,
  act: () => void,
  /** After either answer, or none. */
  over: () => void = () => {},
) {
  const onYes = (event: Event): void => {
    close(event);
    act();
  };
  return html`<dialog
    class="question"
    role="alertdialog"
    aria-label=${name}
    aria-describedby="${testId}-text"
    @close=${over}
  >
    <p id="${testId}-text">${text}</p>
    <div class="button-row">
      <button class="secondary" @click=${close}>${no}</button>
      <button class="danger solid" data-testid=${testId} @click=${onYes}>${yes}</button>
    </div>
  </dialog>`;
}

/** Asks the question of a view. */
export function ask(view: HTMLElement): void {
  view.querySelector<HTMLDialogElement>('dialog.question')?.showModal();
}

function close({ currentTarget }: Event): void {
  (currentTarget as HTMLElement).closest('dialog')?.close();
}
