import { scramble } from './counter-random';
import { SIZE } from './simd';

/**
 * The `count` numbers at `x` times `kept`, but 0 where random bits are below `threshold`,
 * plus those at `base` unless it is null.
 */
export function drop(
  out: usize,
  base: usize,
  x: usize,
  count: i32,
  threshold: u32,
  kept: f32,
  seed: u32,
): void {
  const key = scramble(seed);
  for (let i = 0; i < count; i++) {
    const at = i * SIZE;
    const rest: f32 = scramble(i + key) < threshold ? 0 : kept * load<f32>(x + at);
    store<f32>(out + at, base ? load<f32>(base + at) + rest : rest);
  }
}
