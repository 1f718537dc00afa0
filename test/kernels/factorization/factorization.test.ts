import { beforeAll, describe, expect, test } from 'vitest';
import {
  factorizationStep,
  type FactorizationBatch,
  type FactorizationLoss,
} from '../../../src/kernels/factorization/factorization';
import { startMoments, type Rule } from '../../../src/kernels/optimizer/optimizer';
import { createRandom, type Random } from '../../../src/kernels/random';
import { differentiate } from '../../../src/kernels/differentiate';
import * as tf from '../../../src/kernels/tensor';
import { stepAll } from '../../../src/engine/nn/optimizer';
import { expectClose, normalTensor, numbersOf } from '../../fixtures/agreement';
import { backends, start } from '../../fixtures/backends';

const numbers = { rate: 1, decay: 0, beta1: 0.9, beta2: 0.99, epsilon: 1e-8 };
const descent: Rule = { ...numbers, name: 'sgd' };
const adam: Rule = { ...numbers, name: 'adam', rate: 0.05 };

interface Case {
  readonly users: number;
  readonly items: number;
  readonly dim: number;
  readonly events: number;
  /** Shared candidates of a sampled softmax. */
  readonly shared: number;
}

const cases: Record<string, Case> = {
  'a batch with rows again and again': { users: 3, items: 4, dim: 4, events: 9, shared: 3 },
  'an odd width': { users: 4, items: 5, dim: 3, events: 6, shared: 2 },
  'one event': { users: 1, items: 2, dim: 8, events: 1, shared: 1 },
  'one item': { users: 2, items: 1, dim: 2, events: 3, shared: 2 },
};

const losses: readonly FactorizationLoss[] = ['mse', 'bce', 'bpr', 'sampled-softmax'];

function batchOf(loss: FactorizationLoss, { users, items, events, shared }: Case, random: Random) {
  const draw = (count: number, n: number): Int32Array =>
    Int32Array.from({ length: count }, () => random.below(n));
  const more = loss === 'bpr' ? events : loss === 'sampled-softmax' ? shared : 0;
  const targets = Float32Array.from({ length: events + more }, () => random.uniform());
  const batch: FactorizationBatch = {
    users: draw(events, users),
    items: draw(events + more, items),
    targets: loss === 'bpr' ? null : targets,
  };
  return batch;
}

/** The loss by its definition. */
function reference(loss: FactorizationLoss, batch: FactorizationBatch, dim: number, l2: number) {
  const events = batch.users.length;
  return (users: Float64Array, items: Float64Array, bias: Float64Array): number => {
    const square = (x: Float64Array, row: number): number =>
      x.subarray(row * dim, (row + 1) * dim).reduce((sum, value) => sum + value ** 2, 0);
    let total = 0;
    for (let event = 0; event < events; event++) {
      const user = batch.users[event];
      const score = (item: number): number => {
        let sum = bias[item];
        for (let d = 0; d < dim; d++) sum += users[user * dim + d] * items[item * dim + d];
        return sum;
      };
      const chosen = batch.items[event];
      const s = score(chosen);
      const target = batch.targets?.[event] ?? 0;
      total += l2 * (square(users, user) + square(items, chosen));
      if (loss === 'mse') total += (s - target) ** 2;
      if (loss === 'bce') total += Math.log(1 + Math.exp(s)) - target * s;
      if (loss === 'bpr') {
        const other = batch.items[events + event];
        total += Math.log(1 + Math.exp(score(other) - s)) + l2 * square(items, other);
      }
      if (loss === 'sampled-softmax') {
        const others = Array.from(batch.items.subarray(events), (item, i) =>
          item === chosen ? 0 : Math.exp(score(item) - batch.targets![events + i]),
        );
        const own = Math.exp(s - target);
        total += Math.log((own + others.reduce((sum, x) => sum + x, 0)) / own);
      }
    }
    return total / events;
  };
}

function learnedOf({ users, items, dim }: Case, rule: Rule, random: Random) {
  const learned = (shape: number[]) => {
    const weight = normalTensor(shape, random);
    return { weight, moments: startMoments(weight, rule.name) };
  };
  return { users: learned([users, dim]), items: learned([items, dim]), bias: learned([items]) };
}

describe.each(backends)('a step of factorization on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  for (const loss of losses) {
    for (const [name, shape] of Object.entries(cases)) {
      test(`by ${loss} follows the slope of the loss: ${name}`, async () => {
        const random = createRandom(5);
        const learned = learnedOf(shape, descent, random);
        const batch = batchOf(loss, shape, random);
        const lossOf = reference(loss, batch, shape.dim, 0.1);
        const tensors = [learned.users.weight, learned.items.weight, learned.bias.weight];
        const before = (await Promise.all(tensors.map(numbersOf))) as Tables;
        const value = factorizationStep(learned, batch, { loss, l2: 0.1, rule: descent });
        expectClose(await numbersOf(value), Float64Array.of(lossOf(...before)));
        for (const [i, tensor] of tensors.entries()) {
          const slope = before[i].map((x, at) => {
            const moved = (by: number): number =>
              lossOf(...(before.with(i, before[i].with(at, x + by)) as Tables));
            return (moved(1e-5) - moved(-1e-5)) / 2e-5;
          });
          expectClose(
            await numbersOf(tensor),
            before[i].map((x, at) => x - slope[at]),
          );
        }
      });
    }
  }

  test('with Adam, does what autodiff and a lazy Adam do', async () => {
    const shape = cases['a batch with rows again and again'];
    const random = createRandom(6);
    const [fused, composed] = [1, 1].map((seed) => learnedOf(shape, adam, createRandom(seed)));
    for (let step = 0; step < 3; step++) {
      const batch = batchOf('bpr', shape, random);
      factorizationStep(fused, batch, { loss: 'bpr', l2: 0, rule: adam });
      stepByAutodiff(composed, batch);
    }
    for (const name of ['users', 'items', 'bias'] as const) {
      expectClose(await numbersOf(fused[name].weight), await numbersOf(composed[name].weight));
      expectClose(await numbersOf(fused[name].moments), await numbersOf(composed[name].moments));
    }
  });

  test('gives the same bits again', async () => {
    const run = async (): Promise<Float64Array> => {
      const [random, shape] = [
        createRandom(4),
        { users: 50, items: 40, dim: 16, events: 300, shared: 0 },
      ];
      const learned = learnedOf(shape, adam, random);
      for (let step = 0; step < 5; step++) {
        factorizationStep(learned, batchOf('bpr', shape, random), {
          loss: 'bpr',
          l2: 0,
          rule: adam,
        });
      }
      return numbersOf(learned.items.weight);
    };
    expect(await run()).toEqual(await run());
  });
});

type Tables = [users: Float64Array, items: Float64Array, bias: Float64Array];

function stepByAutodiff(
  { users, items, bias }: ReturnType<typeof learnedOf>,
  batch: FactorizationBatch,
): void {
  const events = batch.users.length;
  const [i, j] = [batch.items.subarray(0, events), batch.items.subarray(events)];
  const tables = [users, items, bias];
  const { gradients } = differentiate(
    tables.map(({ weight }) => weight),
    () => {
      const u = tf.lookup(users.weight, batch.users);
      const score = (item: Int32Array): tf.Tensor =>
        tf.add(tf.sum(tf.mul(u, tf.lookup(items.weight, item)), 1), tf.lookup(bias.weight, item));
      return tf.mean(tf.softplus(tf.sub(score(j), score(i))));
    },
  );
  const [weights, moments] = (['weight', 'moments'] as const).map((part) =>
    Object.fromEntries(tables.map((table, at) => [String(at), table[part]])),
  );
  stepAll({ weights, moments, rule: adam }, gradients);
}
