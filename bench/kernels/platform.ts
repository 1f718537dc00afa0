import type { Ceiling, BenchBackend } from './entry';
import type { Realm } from './realm';

/** What measures the adapter itself. */
export interface CeilingRealm {
  measure(backend: BenchBackend): Promise<Ceiling>;
}

/** A realm as whoever opened it sees it. */
export interface Opened<R> {
  readonly realm: R;
  /** Rejects when the realm dies. */
  readonly died: Promise<never>;
  close(): void;
}

/** Where the bench runs: a page, or Node. */
export interface Platform {
  /** Names browser or Node, system and processors. */
  readonly host: string;
  /** Where the WASM binary is: a URL, or a path in Node. */
  readonly wasmPath: string;
  open(library: 'ours' | 'tfjs' | 'jaxjs'): Opened<Realm>;
  openCeiling(): Opened<CeilingRealm>;
}

/** The answer of a realm, unless it dies or takes longer than `limit`, in ms. */
export async function answer<T>(
  { died }: Opened<unknown>,
  reply: Promise<T>,
  limit = 300_000,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const giveUp = () => reject(new Error(`No answer within ${limit / 1000} s.`));
    timer = setTimeout(giveUp, limit);
  });
  return Promise.race([reply, died, late]).finally(() => clearTimeout(timer));
}
