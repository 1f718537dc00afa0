/**
 * The seeded source of all randomness. A stream depends on its seed and the keys
 * it was forked by, never on how much of its parent was used: what epoch 7 draws
 * is the same after a restart as without one.
 */
export interface Random {
  /** A number in `[0, 1)`. */
  uniform(): number;
  /** A whole number in `0 … n - 1`. */
  below(n: number): number;
  /** A standard normal number. */
  normal(): number;
  /** 32 random bits, from `-2³¹` to `2³¹ - 1`: a seed for what a device draws by itself. */
  bits(): number;
  /** Shuffles in place, and returns `values`. */
  shuffle<T extends { length: number; [index: number]: number }>(values: T): T;
  /** An independent stream, named by `keys`. */
  fork(...keys: readonly number[]): Random;
}

/** A stream for `seed`: sfc32 (Doty-Humphrey), seeded by murmur3's finalizer. */
export function createRandom(seed: number): Random {
  return stream([seed]);
}

function stream(path: readonly number[]): Random {
  const next = sfc32(path);
  const uniform = (): number => next() / 2 ** 32;
  const below = (n: number): number => Math.floor(uniform() * n);
  return {
    uniform,
    below,
    bits: () => next() | 0,
    normal() {
      const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
      return radius * Math.cos(2 * Math.PI * uniform());
    },
    shuffle(values) {
      for (let i = values.length - 1; i > 0; i--) {
        const j = below(i + 1);
        const value = values[i];
        values[i] = values[j];
        values[j] = value;
      }
      return values;
    },
    fork: (...keys) => stream([...path, ...keys]),
  };
}

function sfc32(path: readonly number[]): () => number {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1];
  const next = (): number => {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (const key of path) {
    // Both halves of the double: seeds such as timestamps exceed 32 bits.
    a ^= mix(key);
    b ^= mix(Math.floor(key / 2 ** 32) + 1);
    for (let round = 0; round < 12; round++) next();
  }
  return next;
}

/** Murmur3's 32-bit finalizer: every input bit reaches every output bit. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
