import { beforeAll, describe, expect, test } from 'vitest';
import { catalogueLoss } from '../../../src/kernels/catalogue-loss/catalogue-loss';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { expectAgreement, expectClose, normalTensor, numbersOf } from '../../fixtures/agreement';
import { backends, start } from '../../fixtures/backends';

function reference(targets: readonly number[], shares: readonly number[]) {
  return (states: Float64Array, items: Float64Array, bias: Float64Array): Float64Array => {
    const dim = states.length / targets.length;
    let loss = 0;
    for (const [event, target] of targets.entries()) {
      const logits = bias.map((start, item) => {
        let score = start;
        for (let d = 0; d < dim; d++) score += states[event * dim + d] * items[item * dim + d];
        return score;
      });
      const sum = logits.reduce((total, logit) => total + Math.exp(logit), 0);
      loss += shares[event] * (Math.log(sum) - logits[target]);
    }
    return Float64Array.of(loss);
  };
}

const shapes = {
  'a few events': { events: 5, items: 4, dim: 3 },
  'one event': { events: 1, items: 3, dim: 2 },
  'one item': { events: 3, items: 1, dim: 2 },
  'whole vectors': { events: 9, items: 8, dim: 4 },
  'more than a block of events': { events: 270, items: 3, dim: 1 },
};

describe.each(backends)('a loss over the catalogue on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  for (const [name, { events, items, dim }] of Object.entries(shapes)) {
    test(`of ${name}`, async () => {
      const random = createRandom(events);
      const targets = Array.from({ length: events }, () => random.below(items));
      const shares = targets.map((_target, event) => Number(event % 3 !== 1) / events);
      const [wanted, weights] = [tf.tensor1d(targets, 'int32'), tf.tensor1d(shares)];
      await expectAgreement(
        (h, e, b) => catalogueLoss(h, { items: e, bias: b }, wanted, weights),
        reference(targets, shares),
        [[events, dim], [items, dim], [items]].map((shape) => normalTensor(shape, random)),
        random,
      );
    });
  }

  test('of more than fits at once is the sum of what fits', async () => {
    const random = createRandom(5);
    const [events, half, items] = [290, 145, backend === 'webgpu' ? 30_001 : 101];
    const inputs = [[events, 1], [items, 1], [items]].map((shape) => normalTensor(shape, random));
    const targets = Int32Array.from({ length: events }, () => random.below(items));
    const gradients = async (from: number, to: number): Promise<Float64Array[]> => {
      const wanted = tf.tensor1d(targets.subarray(from, to), 'int32');
      const shares = tf.tensor1d(new Float32Array(to - from).fill(1));
      const [states, ...catalogue] = inputs;
      const some = tf.slice(states, [from, 0], [to - from, 1]);
      const { value, grads } = tf.valueAndGrads((h, e, b) =>
        tf.sum(catalogueLoss(h, { items: e, bias: b }, wanted, shares)),
      )([some, ...catalogue]);
      return Promise.all([value, ...grads].map(numbersOf));
    };
    const whole = await gradients(0, events);
    const [first, second] = [await gradients(0, half), await gradients(half, events)];
    for (const i of [0, 2, 3])
      expectClose(
        whole[i],
        first[i].map((x, at) => x + second[i][at]),
      );
    expectClose(whole[1], Float64Array.of(...first[1], ...second[1]));
  });

  test('is true however far a target is behind', async () => {
    const scores = tf.tensor1d([2000, -2000, 0]);
    const [states, items] = [tf.zeros([1, 2]), tf.zeros([3, 2])];
    const wanted = tf.tensor1d([1], 'int32');
    const loss = catalogueLoss(states, { items, bias: scores }, wanted, tf.tensor1d([0.5]));
    expect(Array.from(await loss.data())).toEqual([2000]);
  });

  test('gives the same bits every time', async () => {
    const random = createRandom(6);
    const inputs = [[70, 5], [300, 5], [300]].map((shape) => normalTensor(shape, random));
    const wanted = tf.tensor1d(
      Int32Array.from({ length: 70 }, () => random.below(300)),
      'int32',
    );
    const learn = (): Promise<Float64Array[]> => {
      const { value, grads } = tf.valueAndGrads((h, e, b) =>
        tf.sum(catalogueLoss(h, { items: e, bias: b }, wanted, tf.ones([70]))),
      )(inputs);
      return Promise.all([value, ...grads].map(numbersOf));
    };
    expect(await learn()).toEqual(await learn());
  });
});
