import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/kernels/random';
import { paddedLstmStates } from '../../../src/kernels/recurrence/padded-lstm';
import * as tf from '../../../src/kernels/tensor';
import { expectAgreement, normalTensor, numbersOf } from '../../fixtures/agreement';
import { backends, start } from '../../fixtures/backends';

interface Shape {
  readonly batch: number;
  readonly time: number;
  readonly units: number;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** The recurrence, one unit at a time. */
function reference({ batch, time, units }: Shape, isReal: readonly number[]) {
  return (inputs: Float64Array, hidden: Float64Array): Float64Array => {
    const states = new Float64Array(batch * time * units);
    for (let row = 0; row < batch; row++) {
      let [state, cell] = [new Float64Array(units), new Float64Array(units)];
      for (let t = 0; t < time; t++) {
        const position = row * time + t;
        const gate = (kind: number, u: number): number => {
          const column = kind * units + u;
          const fromState = state.reduce(
            (sum, s, j) => sum + s * hidden[4 * j * units + column],
            0,
          );
          return inputs[4 * position * units + column] + fromState;
        };
        cell = cell.map((c, u) => {
          const learned = sigmoid(gate(0, u)) * Math.tanh(gate(2, u));
          return isReal[position] * (sigmoid(gate(1, u)) * c + learned);
        });
        state = cell.map((c, u) => sigmoid(gate(3, u)) * Math.tanh(c));
        states.set(state, position * units);
      }
    }
    return states;
  };
}

const shapes: Record<string, Shape & { isReal: number[] }> = {
  'two padded rows': { batch: 2, time: 4, units: 3, isReal: [0, 0, 1, 1, 0, 1, 1, 1] },
  'one step': { batch: 2, time: 1, units: 2, isReal: [1, 0] },
  'one row': { batch: 1, time: 5, units: 2, isReal: [1, 1, 1, 1, 1] },
  'nothing but padding': { batch: 2, time: 2, units: 2, isReal: [0, 0, 0, 0] },
};

describe.each(backends)('an LSTM on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  for (const [name, { isReal, ...shape }] of Object.entries(shapes)) {
    test(`of ${name}`, async () => {
      const { batch, time, units } = shape;
      const random = createRandom(11);
      const real = tf.tensor(isReal, [batch, time]);
      await expectAgreement(
        (inputs, hidden) => paddedLstmStates(inputs, hidden, real),
        reference(shape, isReal),
        [normalTensor([batch, time, 4 * units], random), normalTensor([units, 4 * units], random)],
        random,
      );
    });
  }

  test('does not care what padding holds', async () => {
    const random = createRandom(2);
    const [inputs, hidden] = [normalTensor([1, 3, 8], random), normalTensor([2, 8], random)];
    const other = tf.concat([tf.zeros([1, 1, 8]), tf.slice(inputs, [0, 1, 0], [1, 2, 8])], 1);
    const isReal = tf.tensor([0, 1, 1], [1, 3]);
    const states = await numbersOf(paddedLstmStates(inputs, hidden, isReal));
    expect(await numbersOf(paddedLstmStates(other, hidden, isReal))).toEqual(states);
    expect(states.slice(0, 2)).toEqual(new Float64Array(2));
  });
});
