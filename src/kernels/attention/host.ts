import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';
import { pack, packTransposed, unpack, type Rows } from './pack';

/** One head of one row of the batch, its padding left out. */
interface Head {
  /** The `[n, dim]` real ones among the rows of queries, keys or values. */
  readonly rows: Rows;
  /** Where its `[time, time]` numbers begin. */
  readonly square: number;
  readonly time: number;
}

/**
 * Attention over positions up to one's own: `query`, `key`, `value` `[batch, heads,
 * time, dim]` and `isReal` `[batch, time]` give what each real position sees, like
 * `query`, and the probabilities `[batch, heads, time, time]`, of which the first
 * `[n, n]` of each head are filled. `mask`, like these, multiplies probabilities.
 */
export function attendForward(
  host: Host,
  [query, key, value, isReal, mask]: readonly TensorInfo[],
): TensorInfo[] {
  const [batch, heads, time]: number[] = query.shape;
  const [seen, probabilities] = [host.make(query.shape), host.make([batch, heads, time, time])];
  host.numbers(seen).fill(0);
  for (const head of headsOf(host, query, isReal)) {
    const q = pack(host, query, head.rows);
    const k = packTransposed(host, key, head.rows);
    const affinity = host.multiply(q, k); // [n, n]
    softmaxOfPast(host.numbers(affinity), host.numbers(probabilities), head);
    if (mask) multiplyBy(host.numbers(mask), host.numbers(affinity), head);
    const v = pack(host, value, head.rows);
    const sum = host.multiply(affinity, v);
    unpack(host, sum, seen, head.rows);
    host.free(q, k, affinity, v, sum);
  }
  return [seen, probabilities];
}

/** The gradients of query, key and value, from that of what was seen. */
export function attendBackward(
  host: Host,
  [dSeen, query, key, value, isReal, probabilities, mask]: readonly TensorInfo[],
): TensorInfo[] {
  const gradients = [query, key, value].map(({ shape }) => host.make(shape));
  for (const gradient of gradients) host.numbers(gradient).fill(0);
  for (const head of headsOf(host, query, isReal)) {
    const n = head.rows.at.length;
    const [error, v] = [pack(host, dSeen, head.rows), packTransposed(host, value, head.rows)];
    const dAttention = host.multiply(error, v); // [n, n]
    const parts = [host.make([n, n]), host.make([n, n]), host.make([n, n])];
    const [dAffinity, dAffinityT, attentionT] = parts;
    differentiate(
      {
        probabilities: host.numbers(probabilities).subarray(head.square),
        mask: mask ? host.numbers(mask) : null,
        dAttention: host.numbers(dAttention),
        dAffinity: host.numbers(dAffinity).fill(0),
        dAffinityT: host.numbers(dAffinityT).fill(0),
        attentionT: host.numbers(attentionT),
      },
      head,
    );
    const [k, q] = [pack(host, key, head.rows), pack(host, query, head.rows)];
    const products = [
      host.multiply(dAffinity, k),
      host.multiply(dAffinityT, q),
      host.multiply(attentionT, error),
    ];
    products.forEach((product, i) => unpack(host, product, gradients[i], head.rows));
    host.free(error, v, dAttention, k, q, ...parts, ...products);
  }
  return gradients;
}

function* headsOf(host: Host, query: TensorInfo, isReal: TensorInfo): Generator<Head> {
  const [batch, heads, time, dim]: number[] = query.shape;
  for (let row = 0; row < batch; row++) {
    const flags = host.numbers(isReal).subarray(row * time, (row + 1) * time);
    const at = Int32Array.from(flags.keys()).filter((position) => flags[position] !== 0);
    if (at.length === 0) continue;
    for (let head = row * heads; head < (row + 1) * heads; head++) {
      yield {
        rows: { start: head * time * dim, at, width: dim },
        square: head * time * time,
        time,
      };
    }
  }
}

/** Turns affinities `[n, n]` into probabilities, 0 for what is to come, and copies them. */
function softmaxOfPast(
  affinity: Float32Array,
  probabilities: Float32Array,
  { rows: { at, width }, square }: Head,
): void {
  const n = at.length;
  const scale = 1 / Math.sqrt(width);
  for (let i = 0, from = 0; i < n; i++, from += n) {
    let highest = -Infinity;
    for (let j = from; j <= from + i; j++) if (affinity[j] > highest) highest = affinity[j];
    let sum = 0;
    for (let j = from; j <= from + i; j++) {
      affinity[j] = Math.exp(scale * (affinity[j] - highest));
      sum += affinity[j];
    }
    for (let j = from; j <= from + i; j++) affinity[j] /= sum;
    affinity.fill(0, from + i + 1, from + n);
  }
  probabilities.set(affinity, square);
}

/** Multiplies `[n, n]` numbers, up to the diagonal, by those of the mask for the same positions. */
function multiplyBy(mask: Float32Array, numbers: Float32Array, { rows, square, time }: Head): void {
  const { at } = rows;
  const n = at.length;
  for (let i = 0; i < n; i++) {
    const row = square + at[i] * time;
    for (let j = 0; j <= i; j++) numbers[i * n + j] *= mask[row + at[j]];
  }
}

/** All `[n, n]` but the mask; the last three are to be filled. */
interface Squares {
  readonly probabilities: Float32Array;
  readonly mask: Float32Array | null;
  /** The gradient of the probabilities as the mask left them. */
  readonly dAttention: Float32Array;
  readonly dAffinity: Float32Array;
  readonly dAffinityT: Float32Array;
  /** The probabilities as the mask left them. */
  readonly attentionT: Float32Array;
}

/** Goes back through mask, softmax and scale, row by row. */
function differentiate(squares: Squares, head: Head): void {
  const { probabilities, mask, dAttention, dAffinity, dAffinityT, attentionT } = squares;
  const n = head.rows.at.length;
  const scale = 1 / Math.sqrt(head.rows.width);
  attentionT.set(probabilities.subarray(0, n * n));
  if (mask) {
    multiplyBy(mask, attentionT, head);
    multiplyBy(mask, dAttention, head);
  }
  transpose(attentionT, n);
  for (let i = 0, from = 0; i < n; i++, from += n) {
    let mean = 0;
    for (let j = from; j <= from + i; j++) mean += probabilities[j] * dAttention[j];
    for (let j = 0; j <= i; j++) {
      const slope = scale * probabilities[from + j] * (dAttention[from + j] - mean);
      dAffinity[from + j] = slope;
      dAffinityT[j * n + i] = slope;
    }
  }
}

/** Transposes `[n, n]` numbers in place. */
function transpose(numbers: Float32Array, n: number): void {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const below = numbers[i * n + j];
      numbers[i * n + j] = numbers[j * n + i];
      numbers[j * n + i] = below;
    }
  }
}
