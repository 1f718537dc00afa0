import { counterRandomShader, thresholdOf } from '../counter-random';
import type { Lanes } from '../lanes';

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

/**
 * Declares `factors`, what the `number` at a place is multiplied by, for a shader whose
 * uniforms have a seed, a threshold and what is kept.
 */
export function droppingShader({ lanes }: Lanes, rate: number): string {
  if (rate === 0) return 'fn factors(place: u32) -> number { return number(1); }\n';
  const factor = (lane: number): string => `factorOf(${lanes} * place + ${lane})`;
  return `${counterRandomShader}
fn factorOf(i: u32) -> f32 {
  return select(uniforms.kept, 0.0, randomBits(uniforms.seed, i) < uniforms.threshold);
}
fn factors(place: u32) -> number {
  return number(${Array.from({ length: lanes }, (_zero, lane) => factor(lane)).join(', ')});
}
`;
}
