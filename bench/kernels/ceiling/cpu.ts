import type { Ceiling } from '../entry';
import { flopsPerRound, multiplyAddModule } from './multiply-add';

/** Numbers copied at once: more than any cache holds. */
const copied = 2 ** 24;
/** Rounds of the loop that multiplies and adds. */
const rounds = 2 ** 22;
/** The shortest of so many counts. */
const attempts = 9;

/** How fast one thread of this processor copies, and multiplies and adds with WASM's SIMD. */
export async function cpuCeiling(): Promise<Ceiling> {
  const [from, to] = [new Float32Array(copied).fill(1), new Float32Array(copied)];
  const copying = shortest(() => to.set(from));
  const { instance } = await WebAssembly.instantiate(multiplyAddModule());
  const run = instance.exports.run as (rounds: number) => number;
  const computing = shortest(() => run(rounds));
  return {
    bandwidth: (2 * from.byteLength) / copying / 1e9,
    rate: (rounds * flopsPerRound) / computing / 1e9,
  };
}

/** Seconds of the shortest of several attempts. */
function shortest(work: () => unknown): number {
  const seconds = Array.from({ length: attempts }, () => {
    const begun = performance.now();
    work();
    return (performance.now() - begun) / 1000;
  });
  return Math.min(...seconds);
}
