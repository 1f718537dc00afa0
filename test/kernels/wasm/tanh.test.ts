import { beforeAll, test } from 'vitest';
import * as tf from '../../../src/kernels/tensor';
import { expectClose, numbersOf } from '../../fixtures/agreement';
import { startInNode } from '../../fixtures/start-backend';

beforeAll(async () => void (await startInNode('wasm')));

test('tanh agrees with the host, far from zero too', async () => {
  const x = Float64Array.of(-100, -3, -0.5, -1e-3, 0, 1e-3, 0.25, 2, 100);
  expectClose(await numbersOf(tf.tanh(tf.tensor1d(Array.from(x)))), x.map(Math.tanh));
});
