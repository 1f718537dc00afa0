import { thresholdOf } from '../counter-random';

/** What is dropped; the same for the same seed, on every device. */
export type Dropped = {
  /** Share of numbers set to 0, `[0, 1)`; the others are scaled up, so that the mean stays. */
  readonly rate: number;
  /** 32 bits. */
  readonly seed: number;
};

/** Random bits below `threshold` drop a number; else it is multiplied by `kept`. */
export function drawing(rate: number): { readonly threshold: number; readonly kept: number } {
  return { threshold: thresholdOf(rate), kept: 1 / (1 - rate) };
}
