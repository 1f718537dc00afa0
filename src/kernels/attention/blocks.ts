import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';
import type { Part } from '../matrix';

/** Queries taken at once: the fewer, the less is computed of what a causal one may not see. */
const blockQueries = 64;

/** Some queries of one head of one sequence, and the keys that any of them may see. */
export interface Block {
  readonly head: number;
  /** Positions of the first query and the first key. */
  readonly queryFrom: number;
  readonly keyFrom: number;
  readonly queries: number;
  readonly keys: number;
  /** Where its probabilities `[queries, keys]` begin among those of all blocks. */
  readonly from: number;
}

/** All blocks, and how many probabilities they have. */
export function cutBlocks(
  host: Host,
  [starts, ends]: readonly TensorInfo[],
  { heads, causal }: { readonly heads: number; readonly causal: number },
): { readonly blocks: readonly Block[]; readonly size: number } {
  const blocks: Block[] = [];
  let size = 0;
  for (const [start, end] of sequencesOf(host.integers(starts), host.integers(ends))) {
    for (let queryFrom = start; queryFrom < end; queryFrom += blockQueries) {
      const queries = Math.min(blockQueries, end - queryFrom);
      const keys = causal ? queryFrom + queries - start : end - start;
      for (let head = 0; head < heads; head++) {
        blocks.push({ head, queryFrom, keyFrom: start, queries, keys, from: size });
        size += queries * keys;
      }
    }
  }
  return { blocks, size };
}

function sequencesOf(starts: Int32Array, ends: Int32Array): (readonly [number, number])[] {
  const sequences: (readonly [number, number])[] = [];
  let position = 0;
  while (position < starts.length && ends[position] > position) {
    sequences.push([starts[position], ends[position]]);
    position = ends[position];
  }
  return sequences;
}

/** How many of a block's keys its query sees. */
export function seenKeys(
  { queryFrom, keyFrom, keys }: Block,
  query: number,
  causal: number,
): number {
  return causal ? queryFrom + query - keyFrom + 1 : keys;
}

/** Queries, keys and values of a block within a tensor `[positions, 3 · heads · dim]`. */
export function projectedParts(whole: TensorInfo, block: Block, heads: number) {
  const stride = whole.shape[1];
  const columns = stride / (3 * heads);
  const part = (index: number, position: number, rows: number): Part => ({
    whole,
    from: position * stride + (index * heads + block.head) * columns,
    rows,
    columns,
    stride,
  });
  return {
    query: part(0, block.queryFrom, block.queries),
    key: part(1, block.keyFrom, block.keys),
    value: part(2, block.keyFrom, block.keys),
  };
}

/** What the queries of a block see, within a tensor `[positions, heads · dim]`. */
export function seenPart(
  whole: TensorInfo,
  { head, queryFrom, queries }: Block,
  heads: number,
): Part {
  const stride = whole.shape[1];
  const columns = stride / heads;
  return { whole, from: queryFrom * stride + head * columns, rows: queries, columns, stride };
}
