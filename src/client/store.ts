/** A value that can be watched. */
export interface Store<State> {
  get(): State;
  /** Merges `changes` in and tells every listener. */
  set(changes: Partial<State>): void;
  /** Calls `listener` after every change; returns the way to stop it. */
  subscribe(listener: () => void): () => void;
}

/** A store that begins as `initial`. States are replaced, never mutated. */
export function createStore<State extends object>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(changes) {
      state = { ...state, ...changes };
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
