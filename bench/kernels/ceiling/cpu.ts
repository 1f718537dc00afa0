import type { Ceiling } from '../entry';
import { flopsPerRound, multiplyAddModule } from './multiply-add';

/** Numbers copied at once: more than any cache holds. */
const copied = 2 ** 24;
/** Rounds of the loop that multiplies and adds. */
const rounds = 2 ** 22;
/** The shortest of so many counts, … */
const attempts = 15;
/** … this many ms apart: what is compiled well only on the side is then ready for the later ones. */
const pause = 50;

/** How fast one thread of this processor copies, and multiplies and adds with WASM's SIMD. */
export async function cpuCeiling(): Promise<Ceiling> {
  const [from, to] = [new Float32Array(copied).fill(1), new Float32Array(copied)];
  const copying = await shortest(() => to.set(from));
  const { instance } = await WebAssembly.instantiate(multiplyAddModule());
  const run = instance.exports.run as (rounds: number) => number;
  const computing = await shortest(() => run(rounds));
  return {
    bandwidth: (2 * from.byteLength) / copying / 1e9,
    rate: (rounds * flopsPerRound) / computing / 1e9,
  };
}

/** Seconds of the shortest of several attempts. */
async function shortest(work: () => unknown): Promise<number> {
  let least = Infinity;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const begun = performance.now();
    work();
    least = Math.min(least, performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return least / 1000;
}
