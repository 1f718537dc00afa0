import { beforeAll, describe, expect, test } from 'vitest';
import { differentiate } from '../../src/kernels/differentiate';
import * as tf from '../../src/kernels/tensor';
import { hostBackends, startInNode } from '../fixtures/start-backend';

describe.each(hostBackends)('differentiating on %s', (backend) => {
  beforeAll(async () => void (await startInNode(backend)));

  const table = (): tf.Tensor => tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]);

  test('of a table that is only looked up, rows alone have a slope', async () => {
    const items = table();
    const { loss, gradients } = differentiate([items], () =>
      tf.sum(tf.square(tf.lookup(items, Int32Array.of(2, 0, 2)))),
    );
    expect((await loss.data())[0]).toBe(127);
    const [{ dense, rows }] = gradients;
    expect(dense).toBeNull();
    expect(rows.map(({ indices }) => Array.from(indices))).toEqual([[2, 0, 2]]);
    expect(Array.from(await rows[0].gradients.data())).toEqual([10, 12, 2, 4, 10, 12]);
  });

  test('of a table that is used whole as well, both', async () => {
    const items = table();
    const { gradients } = differentiate([items], () =>
      tf.add(tf.sum(tf.lookup(items, Int32Array.of(1))), tf.sum(tf.mul(items, 2))),
    );
    expect(Array.from(await gradients[0].dense!.data())).toEqual([2, 2, 2, 2, 2, 2]);
    expect(Array.from(await gradients[0].rows[0].gradients.data())).toEqual([1, 1]);
  });

  test('through a tensor made of a weight, a lookup gives a dense slope', async () => {
    const items = table();
    const { gradients } = differentiate([items], () =>
      tf.sum(tf.lookup(tf.mul(items, 3), Int32Array.of(1, 1))),
    );
    expect(gradients[0].rows).toEqual([]);
    expect(Array.from(await gradients[0].dense!.data())).toEqual([0, 0, 6, 6, 0, 0]);
  });

  test('a weight that the loss does not use has no slope', () => {
    const items = table();
    const { gradients } = differentiate([items, table()], () => tf.sum(items));
    expect(gradients[1]).toEqual({ dense: null, rows: [] });
  });
});
