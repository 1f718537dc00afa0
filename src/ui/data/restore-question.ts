import { ask, question } from '../question';
import { View } from '../view';

/** What is asked before a backup replaces everything, wherever it was chosen or dropped. */
class RestoreQuestion extends View {
  override updated(): void {
    const isAsked = this.querySelector('dialog[open]') !== null;
    if (this.state.backup && !isAsked) ask(this);
  }

  override render() {
    const { storage, cancel } = this.words;
    return question(
      {
        name: storage.import,
        text: storage.restoreAsk,
        yes: storage.restoreConfirm,
        no: cancel,
        testId: 'restore-confirm',
      },
      this.session.restoreBackup,
      this.session.forgetBackup,
    );
  }
}

customElements.define('restore-question', RestoreQuestion);
