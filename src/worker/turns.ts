import { nextTurn } from '../engine/data/reading/pulse';

/** ms of work after which the event loop must have its turn, or no pause and no stop would arrive. */
const longestStretch = 50;

/** Gives a function that lets in the messages that wait, unless others were let in just now. */
export function createTurns(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < longestStretch) return;
    await nextTurn();
    last = performance.now();
  };
}
