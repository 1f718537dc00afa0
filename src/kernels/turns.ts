/** Resolves once all that waits in the event loop had its turn. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** ms of work after which the event loop must have its turn, or no pause, stop or question would arrive. */
const longestStretch = 50;

/** What comes of a piece of work that pauses now and then, done at one go. */
export function finish<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** What comes of it, with the event loop having its turns; `check` may throw after each. */
export async function finishInTurns<T>(
  work: Generator<void, T>,
  check: () => void = () => {},
): Promise<T> {
  const takeTurns = createTurns();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await takeTurns();
    check();
  }
}

/**
 * Gives a function that lets in the messages that wait, unless others were let in
 * just now: for long loops, where awaiting a device that answers at once does not.
 */
export function createTurns(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < longestStretch) return;
    await nextTurn();
    last = performance.now();
  };
}
