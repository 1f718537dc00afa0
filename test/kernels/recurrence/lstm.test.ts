import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/kernels/random';
import { layEndToEnd } from '../../../src/kernels/ragged';
import { lstmStates } from '../../../src/kernels/recurrence/lstm';
import * as tf from '../../../src/kernels/tensor';
import { expectAgreement, normalTensor, numbersOf } from '../../fixtures/agreement';
import { column, overEach, raggedOf, shapes, sigmoid, ways, type Shape } from './shapes';

/** The recurrence by its definition, one unit at a time. */
function reference(shape: Shape) {
  const { units } = shape;
  return (inputs: Float64Array, hidden: Float64Array): Float64Array => {
    let cell = new Float64Array(units);
    return overEach(shape, (position, state, isFirst) => {
      const gate = (kind: number, u: number): number =>
        inputs[(4 * position + kind) * units + u] + column(state, hidden, kind * units + u);
      cell = cell.map((c, u) => {
        const learned = sigmoid(gate(0, u)) * Math.tanh(gate(2, u));
        return learned + (isFirst ? 0 : sigmoid(gate(1, u)) * c);
      });
      return cell.map((c, u) => sigmoid(gate(3, u)) * Math.tanh(c));
    });
  };
}

describe.each(ways)('an LSTM on $name', ({ begin }) => {
  beforeAll(begin);

  test.each(Object.entries(shapes))('over %s', async (_name, shape) => {
    const random = createRandom(11);
    const ragged = raggedOf(shape);
    const { units } = shape;
    await expectAgreement(
      (inputs, hidden) => lstmStates(inputs, hidden, ragged),
      reference(shape),
      [normalTensor([ragged.size, 4 * units], random), normalTensor([units, 4 * units], random)],
      random,
    );
  });

  test('gives the same bits again', async () => {
    const random = createRandom(5);
    const ragged = layEndToEnd([7, 3, 12, 9, 1], 40);
    const [inputs, hidden] = [normalTensor([40, 64], random), normalTensor([16, 64], random)];
    const run = async (): Promise<Float64Array[]> => {
      const loss = (x: tf.Tensor, w: tf.Tensor): tf.Scalar => tf.sum(lstmStates(x, w, ragged));
      const { value, grads } = tf.valueAndGrads(loss)([inputs, hidden]);
      return Promise.all([value, ...grads].map(numbersOf));
    };
    expect(await run()).toEqual(await run());
  });

  test('leaves no tensor behind', () => {
    const random = createRandom(6);
    const ragged = layEndToEnd([3, 2]);
    const [inputs, hidden] = [normalTensor([5, 12], random), normalTensor([3, 12], random)];
    const before = tf.memory().numTensors;
    lstmStates(inputs, hidden, ragged).dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});
