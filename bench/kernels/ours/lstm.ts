import type { SequenceBatch } from '../../../src/engine/data/batches';
import type { FitContext } from '../../../src/engine/models/model';
import { descend } from '../../../src/engine/nn/fit';
import { lstm as readSequences } from '../../../src/engine/nn/lstm';
import { amongAllItems } from '../../../src/engine/nn/next-item';
import { lastState, toSequences } from '../../../src/engine/nn/sequence';
import type { Weights } from '../../../src/engine/nn/weights';
import * as tf from '../../../src/kernels/tensor';
import { lstmWeights, type LstmProblem } from '../problems/lstm';
import { sequences, sequenceSeed } from '../problems/sequences';
import type { Contender } from '../realm';
import { batchesPerEpoch, endless, learner } from './learner';

/** The model `lstm4rec`, which itself guesses everywhere, with a choice of where to guess. */
export function lstm(problem: LstmProblem): Contender {
  const batch = batchOf(problem);
  const fit = (epochs: number, batches: number) => (context: FitContext) =>
    descend({
      ...context,
      start: (): Weights => {
        throw new Error('It starts from given weights.');
      },
      epochs,
      learningRate: 0.001,
      batchesPerEpoch: batches,
      batches: () => new Array<SequenceBatch>(batches).fill(batch),
      loss: (weights: Weights) => lossOf(weights, batch, problem),
    });
  const [once, endlessly] = [fit(1, 1), fit(endless, batchesPerEpoch)];
  return learner({ weights: lstmWeights(problem), seed: sequenceSeed, once, endlessly });
}

function lossOf(weights: Weights, batch: SequenceBatch, { guesses }: LstmProblem): tf.Tensor {
  const { items, bias, input, hidden, gateBias } = weights;
  const read = toSequences(batch);
  const vectors = tf.lookup(items, read.items);
  const states = readSequences(vectors, read.ragged, { input, hidden, bias: gateBias });
  const guessing = guesses === 'last' ? lastState(states, read) : states;
  return amongAllItems(guessing, { items, bias }, batch);
}

function batchOf(problem: LstmProblem): SequenceBatch {
  const { batch, time, guesses } = problem;
  const { inputs, targets } = sequences(problem);
  const lengths = new Int32Array(batch).fill(time);
  const wanted =
    guesses === 'every' ? targets : targets.filter((_item, i) => i % time === time - 1);
  const users = Int32Array.from(lengths.keys());
  const times = new Float64Array(inputs.length);
  return { size: wanted.length, users, lengths, items: inputs, times, targets: wanted };
}
