import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom, type Random } from '../../../src/kernels/random';
import { sampledSoftmax } from '../../../src/kernels/sampled-softmax/sampled-softmax';
import * as tf from '../../../src/kernels/tensor';
import { expectAgreement, normalTensor, numbersOf } from '../../fixtures/agreement';
import { backends, start } from '../../fixtures/backends';

interface Case {
  readonly events: number;
  readonly samples: number;
  readonly dim: number;
  readonly items: number;
}

const cases: Record<string, Case> = {
  'several events': { events: 5, samples: 6, dim: 4, items: 40 },
  'an odd width': { events: 3, samples: 5, dim: 3, items: 20 },
  'one event and one sample': { events: 1, samples: 1, dim: 2, items: 9 },
  'samples that are targets': { events: 6, samples: 7, dim: 4, items: 3 },
  'more events than a block': { events: 140, samples: 3, dim: 2, items: 12 },
};

function draw({ events, samples, items }: Case, random: Random) {
  const some = (count: number): Int32Array =>
    Int32Array.from({ length: count }, () => random.below(items));
  const logs = (count: number): Float32Array =>
    Float32Array.from({ length: count }, () => -random.uniform());
  return {
    targets: { items: some(events), logProbabilities: logs(events) },
    negatives: { items: some(samples), logProbabilities: logs(samples) },
    shares: Float32Array.from({ length: events }, (_zero, i) => (i === 2 ? 0 : random.uniform())),
  };
}

/** The loss by its definition. */
function reference({ dim }: Case, { targets, negatives, shares }: ReturnType<typeof draw>) {
  return (
    states: Float64Array,
    targetRows: Float64Array,
    targetBias: Float64Array,
    rows: Float64Array,
    bias: Float64Array,
  ): Float64Array => {
    let loss = 0;
    shares.forEach((share, event) => {
      const dot = (of: Float64Array, row: number): number => {
        let sum = 0;
        for (let d = 0; d < dim; d++) sum += states[event * dim + d] * of[row * dim + d];
        return sum;
      };
      const own = dot(targetRows, event) + targetBias[event] - targets.logProbabilities[event];
      let sum = Math.exp(own);
      negatives.items.forEach((item, s) => {
        if (item === targets.items[event]) return;
        sum += Math.exp(dot(rows, s) + bias[s] - negatives.logProbabilities[s]);
      });
      loss += share * (Math.log(sum) - own);
    });
    return Float64Array.of(loss);
  };
}

describe.each(backends)('a sampled softmax on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  for (const [name, shape] of Object.entries(cases)) {
    test(`of ${name}`, async () => {
      const random = createRandom(9);
      const drawn = draw(shape, random);
      const { events, samples, dim } = shape;
      const inputs = [[events, dim], [events, dim], [events], [samples, dim], [samples]].map(
        (size) => normalTensor(size, random),
      );
      await expectAgreement(
        (states, targetRows, targetBias, rows, bias) =>
          sampledSoftmax(
            states,
            { ...drawn.targets, rows: targetRows, bias: targetBias },
            { ...drawn.negatives, rows, bias },
            drawn.shares,
          ),
        reference(shape, drawn),
        inputs,
        random,
      );
    });
  }

  test('stays finite where scores are extreme', async () => {
    const random = createRandom(2);
    const drawn = draw(cases['several events'], random);
    const big = (size: number[]): tf.Tensor => tf.mul(normalTensor(size, random), 1e4);
    const loss = sampledSoftmax(
      big([5, 4]),
      { ...drawn.targets, rows: big([5, 4]), bias: big([5]) },
      { ...drawn.negatives, rows: big([6, 4]), bias: big([6]) },
      drawn.shares,
    );
    expect(Number.isFinite((await numbersOf(loss))[0])).toBe(true);
  });
});
