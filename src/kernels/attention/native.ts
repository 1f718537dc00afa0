import type { TensorInfo } from '@tensorflow/tfjs-core';
import { drawing } from '../dropout/dropped';
import type { Native } from '../wasm/native';
import type { AttentionNumbers } from './attention';
import { seenKeys, type Block } from './blocks';

/** Turns the affinities of a block into probabilities, in place, and these into shares. */
export function weigh(
  { routines, address }: Native,
  [probabilities, shares]: readonly TensorInfo[],
  block: Block,
  { heads, causal, rate, seed }: AttentionNumbers,
  scale: number,
): void {
  const { threshold, kept } = drawing(rate);
  routines.attend(
    address(probabilities) + 4 * block.from,
    address(shares),
    block.queries,
    block.keys,
    seenKeys(block, 0, causal),
    causal === 1,
    scale,
    threshold,
    kept,
    seed,
    block.queryFrom * heads + block.head,
    heads,
    block.keyFrom,
  );
}

/** Turns the slopes of a block's shares into those of its affinities, and fills the shares. */
export function goBack(
  { routines, address }: Native,
  [probabilities, slopes, shares]: readonly TensorInfo[],
  block: Block,
  { causal, rate }: AttentionNumbers,
  scale: number,
): void {
  routines.attendBack(
    address(probabilities) + 4 * block.from,
    address(slopes),
    address(shares),
    block.queries,
    block.keys,
    seenKeys(block, 0, causal),
    causal === 1,
    scale,
    drawing(rate).kept,
  );
}
