import * as tf from '@tensorflow/tfjs';
import {
  checkedBatch,
  factorizationWeights,
  timedBatches,
  type FactorizationProblem,
  type Triples,
} from '../problems/factorization';
import type { Contender } from '../realm';
import { learner, variablesOf, type Variables } from './learner';

const differentBatches = 16;

export function factorization(problem: FactorizationProblem): Contender {
  const { users, items } = factorizationWeights(problem);
  const variables = variablesOf({ users, items });
  const batches = timedBatches(problem, differentBatches);
  return learner(
    variables,
    () => lossOf(variables, checkedBatch(problem)),
    (step) => lossOf(variables, batches[step % differentBatches]),
  );
}

function lossOf({ users, items }: Variables, batch: Triples): tf.Scalar {
  const [u, i, j] = [batch.users, batch.positives, batch.negatives].map((indices) =>
    tf.tensor1d(indices, 'int32'),
  );
  const user = tf.gather(users, u);
  const score = (item: tf.Tensor1D): tf.Tensor => tf.sum(tf.mul(user, tf.gather(items, item)), 1);
  return tf.mean(tf.softplus(tf.sub(score(j), score(i))));
}
