import type { TensorInfo } from '@tensorflow/tfjs-core';
import { randomBits } from '../counter-random';
import { drawing } from '../dropout/dropped';
import type { Host } from '../host';
import type { Part } from '../matrix';
import type { AttentionNumbers } from './attention';
import * as native from './native';
import { cutBlocks, projectedParts, seenKeys, seenPart, type Block } from './blocks';

/**
 * What each position sees `[positions, heads · dim]`, and the probabilities with which it
 * does, block by block: those that were dropped have their sign turned.
 */
export function attendOnHost(
  host: Host,
  [projected, ...limits]: readonly TensorInfo[],
  numbers: AttentionNumbers,
): TensorInfo[] {
  const { heads } = numbers;
  const [positions, width] = projected.shape;
  const { blocks, size } = cutBlocks(host, limits, numbers);
  const [seen, probabilities] = [host.make([positions, width / 3]), host.make([size])];
  host.numbers(seen).fill(0);
  for (const block of blocks) {
    const { query, key, value } = projectedParts(projected, block, heads);
    const affinity = squareOf(probabilities, block);
    host.multiplyInto(affinity, query, key, { transposeB: true });
    const shares = host.make([block.queries, block.keys]);
    weigh(host, [probabilities, shares], block, numbers, 1 / Math.sqrt(query.columns));
    host.multiplyInto(seenPart(seen, block, heads), shares, value);
    host.free(shares);
  }
  return [seen, probabilities];
}

/** The gradient of what was projected, from that of what was seen. */
export function attendBackOnHost(
  host: Host,
  [dSeen, projected, starts, ends, , probabilities]: readonly TensorInfo[],
  numbers: AttentionNumbers,
): TensorInfo[] {
  const { heads } = numbers;
  const dProjected = host.make(projected.shape);
  host.numbers(dProjected).fill(0);
  const { blocks } = cutBlocks(host, [starts, ends], numbers);
  for (const block of blocks) {
    const given = projectedParts(projected, block, heads);
    const found = projectedParts(dProjected, block, heads);
    const error = seenPart(dSeen, block, heads);
    const slopes = host.multiply(error, given.value, { transposeB: true });
    const shares = host.make(slopes.shape);
    const scale = 1 / Math.sqrt(given.query.columns);
    goBack(host, [probabilities, slopes, shares], block, numbers, scale);
    host.multiplyInto(found.query, slopes, given.key);
    host.multiplyInto(found.key, slopes, given.query, { transposeA: true, isAdded: true });
    host.multiplyInto(found.value, shares, error, { transposeA: true, isAdded: true });
    host.free(slopes, shares);
  }
  return [dProjected];
}

function squareOf(whole: TensorInfo, { from, queries, keys }: Block): Part {
  return { whole, from, rows: queries, columns: keys, stride: keys };
}

/** Turns affinities into probabilities, and these into shares. */
function weigh(
  host: Host,
  tensors: readonly TensorInfo[],
  block: Block,
  numbers: AttentionNumbers,
  scale: number,
): void {
  if (host.native) {
    native.weigh(host.native, tensors, block, numbers, scale);
    return;
  }
  const [probabilities, shares] = tensors.map((tensor) => host.numbers(tensor));
  softmax(probabilities, block, numbers, scale);
  drop(probabilities, shares, block, numbers);
}

function goBack(
  host: Host,
  tensors: readonly TensorInfo[],
  block: Block,
  numbers: AttentionNumbers,
  scale: number,
): void {
  if (host.native) native.goBack(host.native, tensors, block, numbers, scale);
  else
    differentiate(
      tensors.map((tensor) => host.numbers(tensor)),
      block,
      numbers,
      scale,
    );
}

/** Turns affinities into probabilities, 0 for what may not be seen; dropped ones get a minus. */
function softmax(
  numbers: Float32Array,
  block: Block,
  { causal, heads, rate, seed }: AttentionNumbers,
  scale: number,
): void {
  const { threshold } = drawing(rate);
  for (let query = 0, from = block.from; query < block.queries; query++, from += block.keys) {
    const end = from + seenKeys(block, query, causal);
    let highest = -Infinity;
    for (let i = from; i < end; i++) if (numbers[i] > highest) highest = numbers[i];
    let sum = 0;
    for (let i = from; i < end; i++) {
      numbers[i] = Math.exp(scale * (numbers[i] - highest));
      sum += numbers[i];
    }
    for (let i = from; i < end; i++) numbers[i] /= sum;
    numbers.fill(0, end, from + block.keys);
    if (rate === 0) continue;
    const row = randomBits(seed, (block.queryFrom + query) * heads + block.head);
    for (let i = from; i < end; i++) {
      if (randomBits(row, block.keyFrom + i - from) < threshold) numbers[i] = -numbers[i];
    }
  }
}

/** What is left of the probabilities of a block, scaled up. */
function drop(
  probabilities: Float32Array,
  shares: Float32Array,
  { from }: Block,
  { rate }: AttentionNumbers,
): void {
  const { kept } = drawing(rate);
  for (let i = 0; i < shares.length; i++) shares[i] = kept * Math.max(probabilities[from + i], 0);
}

/**
 * Turns `slopes`, the gradient of the shares, into that of the affinities: back through
 * dropout, softmax and scale, row by row. Fills `shares`.
 */
function differentiate(
  [probabilities, slopes, shares]: readonly Float32Array[],
  block: Block,
  { causal, rate }: AttentionNumbers,
  scale: number,
): void {
  const { kept } = drawing(rate);
  for (let query = 0, row = 0; query < block.queries; query++, row += block.keys) {
    const end = row + seenKeys(block, query, causal);
    let mean = 0;
    for (let i = row; i < end; i++) {
      shares[i] = kept * Math.max(probabilities[block.from + i], 0);
      mean += shares[i] * slopes[i];
    }
    for (let i = row; i < end; i++) {
      const probability = Math.abs(probabilities[block.from + i]);
      slopes[i] = scale * (shares[i] * slopes[i] - probability * mean);
    }
    shares.fill(0, end, row + block.keys);
    slopes.fill(0, end, row + block.keys);
  }
}
