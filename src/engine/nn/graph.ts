import type { Lists } from '../../kernels/lists';
import { toSparse, type SparsePair } from '../../kernels/sparse';
import * as tf from '../../kernels/tensor';
import type { Dataset } from '../data/dataset';
import type { Edges } from '../data/side';

/** Who chose what: the users are nodes `0 … users - 1`, and the items follow. */
function interactionEdges({ users, userOf, itemOf }: Dataset): Edges {
  return { from: userOf, to: itemOf.map((item) => users.size + item) };
}

/** An undirected graph on the device. */
export interface Graph {
  /**
   * `D^-½ A D^-½` `[nodes, nodes]`, with `A` the adjacency and `D` the degrees:
   * Kipf & Welling (2017), https://arxiv.org/abs/1609.02907. It is its own transpose.
   */
  readonly adjacency: SparsePair;
}

/** The graph of these edges, each counting once; the caller disposes it with `disposeGraph`. */
export function toGraph(nodes: number, edges: readonly Edges[]): Graph {
  const { offsets, indices } = neighboursOf(nodes, edges);
  const degree = (node: number): number => offsets[node + 1] - offsets[node];
  const values = new Float32Array(indices.length);
  for (let node = 0; node < nodes; node++) {
    for (let entry = offsets[node]; entry < offsets[node + 1]; entry++) {
      values[entry] = 1 / Math.sqrt(degree(node) * degree(indices[entry]));
    }
  }
  const matrix = toSparse({ offsets, indices }, values);
  return { adjacency: { matrix, transposed: matrix } };
}

/** The graph of who chose what, in which `further` edges join users. */
export function interactionGraph(train: Dataset, further: readonly Edges[] = []): Graph {
  const nodes = train.users.size + train.items.size;
  return toGraph(nodes, [interactionEdges(train), ...further]);
}

/** Frees its tensors. */
export function disposeGraph({ adjacency: { matrix } }: Graph): void {
  tf.dispose([matrix.offsets, matrix.indices, matrix.values]);
}

/** The neighbours of each node, ascending, none twice. */
function neighboursOf(nodes: number, edges: readonly Edges[]): Lists {
  const starts = new Int32Array(nodes + 1);
  const ends = edges.flatMap(({ from, to }) => [from, to]);
  for (const end of ends) for (const node of end) starts[node + 1]++;
  for (let node = 0; node < nodes; node++) starts[node + 1] += starts[node];
  const next = starts.slice();
  const all = new Int32Array(starts[nodes]);
  for (const { from, to } of edges) {
    from.forEach((node, edge) => {
      all[next[node]++] = to[edge];
      all[next[to[edge]]++] = node;
    });
  }
  return withoutRepeats(starts, all);
}

/** Each list sorted, and only the first of equals kept; in place. */
function withoutRepeats(starts: Int32Array, all: Int32Array): Lists {
  const offsets = new Int32Array(starts.length);
  let end = 0;
  for (let row = 0; row + 1 < starts.length; row++) {
    const list = all.subarray(starts[row], starts[row + 1]).sort();
    for (const node of list) {
      if (end === offsets[row] || all[end - 1] !== node) all[end++] = node;
    }
    offsets[row + 1] = end;
  }
  return { offsets, indices: all.slice(0, end) };
}
