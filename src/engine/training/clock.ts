/** Seconds of work, with the time left out in which somebody else had the floor. */
export interface Clock {
  readonly seconds: number;
  halt(): void;
  proceed(): void;
}

/** A running clock that shows `seconds`. */
export function createClock(seconds: number): Clock {
  let before = seconds;
  let since: number | null = performance.now();
  return {
    get seconds() {
      return before + (since === null ? 0 : (performance.now() - since) / 1000);
    },
    halt() {
      before = this.seconds;
      since = null;
    },
    proceed() {
      since = performance.now();
    },
  };
}
