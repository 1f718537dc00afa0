import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disposeGraph, interactionGraph, toGraph } from '../../../src/engine/nn/graph';
import { sparseProduct } from '../../../src/kernels/sparse-product/sparse-product';
import * as tf from '../../../src/kernels/tensor';
import { expectClose, numbersOf } from '../../fixtures/agreement';
import { datasetOf } from '../../fixtures/events';
import { onDevice, start } from '../../fixtures/learning';

const before = { tensors: 0, buffers: 0 };
beforeAll(async () => {
  await start('cpu');
  Object.assign(before, onDevice());
});
afterAll(() => expect(onDevice()).toEqual(before));

/** The matrix of a graph, row by row; the graph is freed. */
async function matrixOf(graph: ReturnType<typeof toGraph>): Promise<Float64Array> {
  const { matrix } = graph.adjacency;
  const dense = tf.tidy(() => sparseProduct(matrix, tf.eye(matrix.rows)));
  const numbers = await numbersOf(dense);
  dense.dispose();
  disposeGraph(graph);
  return numbers;
}

describe('a graph', () => {
  const half = 1 / Math.sqrt(2);

  test('joins both ends of an edge, over the roots of their degrees', async () => {
    const edges = { from: Int32Array.of(0, 0), to: Int32Array.of(1, 2) };
    const path = [0, half, half, half, 0, 0, half, 0, 0];
    expectClose(await matrixOf(toGraph(3, [edges])), Float64Array.from(path));
  });

  test('counts an edge once, however often and whichever way it is given', async () => {
    const edges = { from: Int32Array.of(0, 1, 0), to: Int32Array.of(1, 0, 1) };
    const again = { from: Int32Array.of(1), to: Int32Array.of(0) };
    expectClose(await matrixOf(toGraph(2, [edges, again])), Float64Array.of(0, 1, 1, 0));
  });

  test('leaves lonely nodes alone', async () => {
    const none = { from: new Int32Array(0), to: new Int32Array(0) };
    expectClose(await matrixOf(toGraph(2, [none])), new Float64Array(4));
  });

  test('of interactions has the users first, and joins friends too', async () => {
    const dataset = datasetOf([
      [0, 0],
      [1, 0],
    ]);
    const friends = { from: Int32Array.of(0), to: Int32Array.of(1) };
    const triangle = [0, 0.5, 0.5, 0.5, 0, 0.5, 0.5, 0.5, 0];
    expectClose(await matrixOf(interactionGraph(dataset, [friends])), Float64Array.from(triangle));
  });
});
