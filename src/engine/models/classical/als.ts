import { solveRidge, type Ridge } from '../../../kernels/linalg';
import { listsBetween, transpose, type Lists } from '../../../kernels/lists';
import { toSparse, type Sparse } from '../../../kernels/sparse';
import * as tf from '../../../kernels/tensor';
import { createTurns } from '../../../kernels/turns';
import type { Query } from '../../data/dataset';
import { addedToRidge } from '../../nn/explain';
import { said } from '../../nn/fold-in';
import { normalWeight } from '../../nn/weights';
import { embeddingField, whole } from '../fields';
import { defineModel } from '../model';

/**
 * Matrix factorization by alternating least squares: what was chosen should score 1,
 * and all else 0, which counts less. Users are solved for from the items, then items
 * from the users. Everyone is met by their history, by the same solution as in
 * training, so the items are all it keeps.
 */
export const als = defineModel({
  name: 'als',
  title: 'Matrix factorization (iALS)',
  family: 'classical',
  source:
    'Hu, Koren & Volinsky (2008), https://doi.org/10.1109/ICDM.2008.22; Rendle et al. (2021), https://arxiv.org/abs/2110.14037',
  needs: [],
  fields: {
    dim: embeddingField(64),
    epochs: whole('Epochs', 'Sweeps over all users and all items at most.', 16, 1, 200),
    unobserved: {
      default: 0.2,
      min: 0.0001,
      max: 1,
      label: 'Weight of the rest',
      help: 'What an item that was not chosen counts, against 1 for one that was.',
    },
    l2: {
      default: 0.015,
      min: 0,
      max: 10,
      label: 'Regularization',
      help: 'Keeps the vectors small, those of the busiest most.',
    },
  },

  // Vectors with their residuals, directions and images; the interactions both ways round.
  memory: ({ users, items, itemOf }, { dim }) =>
    4 * (6 * (users.size + items.size) * dim + 6 * itemOf.length),

  async *fit(train, { dim, epochs, ...weighting }, { random, signal, resume }) {
    const chosen = { offsets: train.offsets, indices: train.itemOf };
    const choosers = transpose(chosen, train.items.size);
    const interactions = train.itemOf.length / 2;
    // Within an epoch, all it takes to go on is the items with which it began.
    let epoch = resume ? resume.state.epoch + resume.state.batch : 1;
    let users: tf.Tensor | null = null;
    let items = resume
      ? tf.clone(resume.weights.items)
      : normalWeight([train.items.size, dim], 0.1 / Math.sqrt(dim), random);
    try {
      for (; epoch <= epochs; epoch++) {
        const state = { moments: {}, epoch, step: epoch, lossSum: 0 };
        users = await solveAll(items, chosen, weighting, signal);
        if (!users) return;
        yield { epoch, done: 0.5, interactions, weights: { items }, state: { ...state, batch: 0 } };
        const solved = await solveAll(users, choosers, weighting, signal);
        if (!solved) return;
        tf.dispose([items, users]);
        [items, users] = [solved, null];
        yield { epoch, done: 1, interactions, weights: { items }, state: { ...state, batch: 1 } };
      }
    } finally {
      tf.dispose(users ? [items, users] : items);
    }
  },

  foldIn: ({ items }, queries, weighting) => solveRidge(ridgeOf(items, queries, weighting)),

  factors: ({ items }) => ({ items, bias: null }),

  explain: ({ items }, stranger, item, weighting) =>
    addedToRidge(stranger, tf.slice(items, item, 1), ridgeOf(items, [stranger], weighting)),
});

/** What a vector for each of `queries` solves. */
function ridgeOf(items: tf.Tensor, queries: readonly Query[], weighting: Weighting): Ridge {
  const counts = queries.map(({ history }) => history.values.filter(Boolean).length);
  return ridgeFor(items, said(queries), counts, weighting);
}

interface Weighting {
  readonly unobserved: number;
  readonly l2: number;
}

/** Interactions that are solved for at once. */
const mostAtOnce = 2 ** 17;

/** A vector for each row, which chose what its list names among `factors`; null when it was stopped. */
async function solveAll(
  factors: tf.Tensor,
  lists: Lists,
  weighting: Weighting,
  signal: AbortSignal,
): Promise<tf.Tensor | null> {
  const { offsets } = lists;
  const rows = offsets.length - 1;
  const turn = createTurns();
  const solved: tf.Tensor[] = [];
  try {
    for (let from = 0; from < rows;) {
      await turn();
      if (signal.aborted) return null;
      let to = from + 1;
      while (to < rows && offsets[to + 1] - offsets[from] <= mostAtOnce) to++;
      const block = listsBetween(lists, from, to);
      solved.push(tf.tidy(() => solveBlock(factors, block, weighting)));
      from = to;
    }
    return tf.concat(solved);
  } finally {
    tf.dispose(solved);
  }
}

function solveBlock(
  factors: tf.Tensor,
  { offsets, indices }: Lists,
  weighting: Weighting,
): tf.Tensor {
  const targets = toSparse({ offsets, indices }, new Float32Array(indices.length).fill(1));
  const counts = offsets.slice(1).map((end, row) => end - offsets[row]);
  return solveRidge(ridgeFor(factors, targets, counts, weighting));
}

/**
 * The vectors that explain `targets` best, regularized by how much each has to explain:
 * `counts` interactions, and all of `factors` a little.
 */
function ridgeFor(
  factors: tf.Tensor,
  targets: Sparse,
  counts: ArrayLike<number>,
  { unobserved, l2 }: Weighting,
): Ridge {
  const [others]: number[] = factors.shape;
  const penalties = Float32Array.from(counts, (count) => l2 * (count + unobserved * others));
  const each = tf.tensor2d(penalties, [penalties.length, 1]);
  return { factors, targets, unobserved, l2: each };
}
