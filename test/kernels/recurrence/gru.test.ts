import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/kernels/random';
import { layEndToEnd } from '../../../src/kernels/ragged';
import { gruStates } from '../../../src/kernels/recurrence/gru';
import * as tf from '../../../src/kernels/tensor';
import { expectAgreement, normalTensor, numbersOf } from '../../fixtures/agreement';
import { column, overEach, raggedOf, shapes, sigmoid, ways, type Shape } from './shapes';

/** The recurrence by its definition, one unit at a time. */
function reference(shape: Shape) {
  const { units } = shape;
  return (inputs: Float64Array, hidden: Float64Array, bias: Float64Array): Float64Array =>
    overEach(shape, (position, state) => {
      const entered = (gate: number, u: number): number =>
        inputs[(3 * position + gate) * units + u];
      const sent = (gate: number, u: number): number =>
        column(state, hidden, gate * units + u) + bias[gate * units + u];
      return state.map((was, u) => {
        const [r, z] = [0, 1].map((gate) => sigmoid(entered(gate, u) + sent(gate, u)));
        return (1 - z) * Math.tanh(entered(2, u) + r * sent(2, u)) + z * was;
      });
    });
}

describe.each(ways)('gated recurrent units on $name', ({ begin }) => {
  beforeAll(begin);

  test.each(Object.entries(shapes))('over %s', async (_name, shape) => {
    const random = createRandom(12);
    const ragged = raggedOf(shape);
    const { units } = shape;
    await expectAgreement(
      (inputs, hidden, bias) => gruStates(inputs, hidden, bias, ragged),
      reference(shape),
      [
        normalTensor([ragged.size, 3 * units], random),
        normalTensor([units, 3 * units], random),
        normalTensor([3 * units], random),
      ],
      random,
    );
  });

  test('give the same bits again', async () => {
    const random = createRandom(5);
    const ragged = layEndToEnd([7, 3, 12, 9, 1], 40);
    const inputs = [[40, 48], [16, 48], [48]].map((shape) => normalTensor(shape, random));
    const run = async (): Promise<Float64Array[]> => {
      const loss = (x: tf.Tensor, w: tf.Tensor, b: tf.Tensor): tf.Scalar =>
        tf.sum(gruStates(x, w, b, ragged));
      const { value, grads } = tf.valueAndGrads(loss)(inputs);
      return Promise.all([value, ...grads].map(numbersOf));
    };
    expect(await run()).toEqual(await run());
  });
});
