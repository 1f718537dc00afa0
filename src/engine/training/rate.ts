/** How fast a training learns. Seconds are those of its clock, so that pauses do not slow it. */
export interface Rate {
  /** Interactions learned from per second in this epoch. */
  readonly rate: number;
  /** Counts what was learned from up to now. */
  add(learned: { readonly interactions: number }, seconds: number): void;
  /** Begins another epoch; the rate stays until something is added. */
  restart(seconds: number): void;
}

/** A rate whose first epoch begins at `start`, s. */
export function createRate(start: number): Rate {
  let [interactions, rate] = [0, 0];
  return {
    get rate() {
      return rate;
    },
    add(learned, seconds) {
      interactions += learned.interactions;
      rate = interactions / Math.max(seconds - start, 1e-3);
    },
    restart(seconds) {
      [interactions, start] = [0, seconds];
    },
  };
}
