import { around } from './around';
import { createGate } from './gate';

/** Calls that somebody waits for. */
export interface Answers {
  /** The same `calls`, which count as waited for until they are answered. */
  counting<Calls extends object>(calls: Calls): Calls;
  /** Resolves once nobody waits for any. */
  given(): Promise<void>;
}

export function createAnswers(): Answers {
  const gate = createGate();
  let awaited = 0;

  async function count<T>(call: () => Promise<T>): Promise<T> {
    awaited++;
    gate.close();
    try {
      return await call();
    } finally {
      if (--awaited === 0) gate.open();
    }
  }

  return { counting: (calls) => around(calls, count), given: () => gate.passed() };
}
