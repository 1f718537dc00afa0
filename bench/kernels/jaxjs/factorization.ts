import { blockUntilReady, jit, nn, numpy as np, tree, valueAndGrad } from '@jax-js/jax';
import type { HostTensor } from '../../../src/engine/nn/weights';
import {
  checkedBatch,
  factorizationWeights,
  timedBatches,
  type FactorizationProblem,
  type Triples as HostTriples,
} from '../problems/factorization';
import type { Contender } from '../realm';
import { adam, type Moments } from './adam';

// Types, not interfaces: jax-js walks only through those.
type Factors = { users: np.Array; items: np.Array };
type Triples = { users: np.Array; positives: np.Array; negatives: np.Array };

const differentBatches = 16;

/** Loss, gradients and Adam as one function under `jit`, as jax-js's own examples train. */
export function factorization(problem: FactorizationProblem): Contender {
  const batches = timedBatches(problem, differentBatches);
  const step = jit((weights: Factors, moments: Moments<Factors>, batch: Triples) => {
    const [loss, gradients] = lossAndGradients(tree.ref(weights), batch);
    return { loss, ...adam(weights, moments, gradients) };
  });
  let weights = start(problem);
  let moments: Moments<Factors> = {
    mean: zerosLike(weights),
    square: zerosLike(weights),
    decay: np.array([1, 1]),
  };
  let count = 0;
  return {
    async check() {
      const [loss, gradients] = jit(lossAndGradients)(
        start(problem),
        onDevice(checkedBatch(problem)),
      );
      const { users, items } = gradients;
      return {
        loss: Float32Array.of(...((await loss.data()) as Float32Array)),
        gradients: {
          users: (await users.data()) as Float32Array,
          items: (await items.data()) as Float32Array,
        },
      };
    },
    async run(steps) {
      for (let i = 0; i < steps; i++) {
        const after = step(weights, moments, onDevice(batches[count++ % differentBatches]));
        after.loss.dispose();
        ({ weights, moments } = after);
      }
      await blockUntilReady(weights);
      return steps;
    },
  };
}

const lossAndGradients = valueAndGrad(lossOf);

function lossOf({ users, items }: Factors, batch: Triples): np.Array {
  const user = np.take(users, batch.users, 0);
  const score = (item: np.Array): np.Array => np.sum(user.ref.mul(np.take(items.ref, item, 0)), 1);
  const margin = score(batch.negatives).sub(score(batch.positives));
  tree.dispose([user, items]);
  return np.mean(nn.softplus(margin));
}

function start(problem: FactorizationProblem): Factors {
  const { users, items } = factorizationWeights(problem);
  const put = ({ shape, values }: HostTensor): np.Array => np.array(values).reshape([...shape]);
  return { users: put(users), items: put(items) };
}

const zerosLike = ({ users, items }: Factors): Factors => ({
  users: np.zeros(users.shape),
  items: np.zeros(items.shape),
});

function onDevice({ users, positives, negatives }: HostTriples): Triples {
  return {
    users: np.array(users),
    positives: np.array(positives),
    negatives: np.array(negatives),
  };
}
