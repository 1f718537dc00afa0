import { beforeAll, describe, expect, test } from 'vitest';
import {
  startMoments,
  stepDense,
  stepRows,
  type Rule,
} from '../../../src/kernels/optimizer/optimizer';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { expectClose, normalTensor, numbersOf } from '../../fixtures/agreement';
import { backends, start } from '../../fixtures/backends';

const numbers = { rate: 0.1, decay: 0, beta1: 0.9, beta2: 0.99, epsilon: 1e-8 };
const rules: Record<string, Rule> = {
  Adam: { ...numbers, name: 'adam' },
  AdamW: { ...numbers, name: 'adam', decay: 0.02 },
  Adagrad: { ...numbers, name: 'adagrad' },
  'plain descent': { ...numbers, name: 'sgd' },
};

/** The formulas of a rule over float64 numbers, in place. */
function stepReference(rule: Rule, w: Float64Array, g: Float64Array, moments: Float64Array[]) {
  const [first, second] = moments;
  w.forEach((weight, i) => {
    let change = rule.rate * g[i];
    if (rule.name === 'adam') {
      first[i] = rule.beta1 * first[i] + (1 - rule.beta1) * g[i];
      second[i] = rule.beta2 * second[i] + (1 - rule.beta2) * g[i] ** 2;
      change = (rule.rate * first[i]) / (Math.sqrt(second[i]) + rule.epsilon);
    } else if (rule.name === 'adagrad') {
      first[i] += g[i] ** 2;
      change = (rule.rate * g[i]) / (Math.sqrt(first[i]) + rule.epsilon);
    }
    w[i] = weight - rule.decay * weight - change;
  });
}

describe.each(backends)('on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  for (const [name, rule] of Object.entries(rules)) {
    test.each([[[5, 4]], [[7]], [[1]]])(`three steps of ${name} over %j`, async (shape) => {
      const random = createRandom(2);
      const weight = normalTensor(shape, random);
      const moments = startMoments(weight, rule.name);
      const expected = await numbersOf(weight);
      const reference = [0, 0].map(() => new Float64Array(expected.length));
      for (let step = 0; step < 3; step++) {
        const gradient = normalTensor(shape, random);
        stepReference(rule, expected, await numbersOf(gradient), reference);
        stepDense([{ weight, moments, gradient }], rule);
      }
      expectClose(await numbersOf(weight), expected);
    });

    test.each([4, 3, 1])(`${name} over touched rows of width %i`, async (width) => {
      const random = createRandom(3);
      const [rows, batches] = [6, [Int32Array.of(4, 0, 4, 4), Int32Array.of(5, 0, 1, 0)]];
      const weight = normalTensor(width === 1 ? [rows] : [rows, width], random);
      const moments = startMoments(weight, rule.name);
      const expected = await numbersOf(weight);
      const reference = [0, 0].map(() => new Float64Array(expected.length));
      for (const indices of batches) {
        const shape = width === 1 ? [indices.length] : [indices.length, width];
        const gradients = normalTensor(shape, random);
        const all = await numbersOf(gradients);
        for (const row of new Set(indices)) {
          const [from, to] = [row * width, (row + 1) * width];
          const sum = new Float64Array(width);
          indices.forEach((at, event) => {
            if (at === row) for (let c = 0; c < width; c++) sum[c] += all[event * width + c];
          });
          const part = expected.subarray(from, to);
          stepReference(
            rule,
            part,
            sum,
            reference.map((m) => m.subarray(from, to)),
          );
        }
        stepRows({ weight, moments }, { indices, gradients }, rule);
      }
      expectClose(await numbersOf(weight), expected);
    });
  }

  test('many weights step at once as they do one by one', async () => {
    const random = createRandom(4);
    const shapes = [[8, 4], [3], [4], [5, 3], [16], [2, 2]];
    const all = shapes.map((shape) => {
      const weight = normalTensor(shape, random);
      return {
        weight,
        moments: startMoments(weight, 'adam'),
        gradient: normalTensor(shape, random),
      };
    });
    const alone = all.map(({ weight, moments, gradient }) => ({
      weight: tf.add(weight, 0),
      moments: tf.add(moments, 0),
      gradient,
    }));
    stepDense(all, rules.Adam);
    for (const one of alone) stepDense([one], rules.Adam);
    for (const [i, { weight, moments }] of all.entries()) {
      expect(await numbersOf(weight)).toEqual(await numbersOf(alone[i].weight));
      expect(await numbersOf(moments)).toEqual(await numbersOf(alone[i].moments));
    }
  });

  test('rows that were not touched keep their weights and moments', async () => {
    const weight = tf.tensor2d([1, 2, 3, 4], [2, 2]);
    const moments = tf.add(startMoments(weight, 'adam'), 0.5);
    const gradients = tf.tensor2d([9, 9], [1, 2]);
    stepRows({ weight, moments }, { indices: Int32Array.of(1), gradients }, rules.Adam);
    expect(Array.from(await weight.data()).slice(0, 2)).toEqual([1, 2]);
    const after = Array.from(await moments.data());
    expect([after.slice(0, 2), after.slice(4, 6)]).toEqual([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
  });

  test('what was read before a step is not what is read after it', async () => {
    const weight = tf.tensor1d([1, 1, 1]);
    await weight.data();
    const moments = startMoments(weight, 'sgd');
    stepDense([{ weight, moments, gradient: tf.ones([3]) }], rules['plain descent']);
    expect(Array.from(await weight.data())[0]).toBeCloseTo(0.9, 6);
  });

  test('the same steps give the same bits', async () => {
    const run = async (): Promise<Float64Array> => {
      const random = createRandom(8);
      const weight = normalTensor([50, 8], random);
      const moments = startMoments(weight, 'adam');
      for (let step = 0; step < 5; step++) {
        const indices = Int32Array.from({ length: 400 }, () => random.below(50));
        stepRows(
          { weight, moments },
          { indices, gradients: normalTensor([400, 8], random) },
          rules.Adam,
        );
      }
      return numbersOf(weight);
    };
    expect(await run()).toEqual(await run());
  });
});
