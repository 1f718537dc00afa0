/** SHA-256 of bytes as they come: the browser's own wants all of them at once. FIPS 180-4 */
export interface Sha256 {
  add(bytes: Uint8Array): void;
  /** Of all that was added, hexadecimal; nothing can be added then. */
  end(): string;
}

const blockBytes = 64;

export function createSha256(): Sha256 {
  const state = rootsOf(2, 8);
  const words = new Int32Array(64);
  const block = new Uint8Array(blockBytes);
  const view = new DataView(block.buffer);
  let length = 0;

  const mixBlock = (source: DataView, at: number): void => {
    for (let i = 0; i < 16; i++) words[i] = source.getInt32(at + 4 * i);
    mix(state, words);
  };

  const add = (bytes: Uint8Array): void => {
    let at = 0;
    const filled = length % blockBytes;
    length += bytes.length;
    if (filled > 0) {
      at = Math.min(blockBytes - filled, bytes.length);
      block.set(bytes.subarray(0, at), filled);
      if (filled + at < blockBytes) return;
      mixBlock(view, 0);
    }
    const source = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (; at + blockBytes <= bytes.length; at += blockBytes) mixBlock(source, at);
    block.set(bytes.subarray(at));
  };

  return {
    add,
    end() {
      const bits = 8 * length;
      const padding = new Uint8Array(blockBytes + 8 - ((length + 8) % blockBytes));
      padding[0] = 0x80;
      const tail = new DataView(padding.buffer);
      tail.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32));
      tail.setUint32(padding.length - 4, bits >>> 0);
      add(padding);
      return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
    },
  };
}

/** One round over the sixteen words of a block, of which `words` has room for the other 48. */
function mix(state: Int32Array, words: Int32Array): void {
  for (let i = 16; i < 64; i++) {
    const early = words[i - 15];
    const late = words[i - 2];
    const s0 = ((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3);
    const s1 = ((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10);
    words[i] = (words[i - 16] + s0 + words[i - 7] + s1) | 0;
  }
  // Destructuring would go through an iterator, which takes longer than the round itself.
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  let e = state[4];
  let f = state[5];
  let g = state[6];
  let h = state[7];
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const first = (h + s1 + ((e & f) ^ (~e & g)) + constants[i] + words[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

/** The first 32 bits behind the point of the roots of the first primes. */
function rootsOf(degree: 2 | 3, count: number): Int32Array {
  const root = degree === 2 ? Math.sqrt : Math.cbrt;
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) {
    if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  }
  return Int32Array.from(primes, (prime) => (root(prime) % 1) * 2 ** 32);
}

const constants = rootsOf(3, 64);
