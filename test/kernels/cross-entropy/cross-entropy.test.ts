import { beforeAll, describe, expect, test } from 'vitest';
import { crossEntropy } from '../../../src/kernels/cross-entropy/cross-entropy';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { expectAgreement, normalTensor, numbersOf } from '../../fixtures/agreement';
import { backends, start } from '../../fixtures/backends';

function reference(targets: readonly number[], shares: readonly number[]) {
  return (logits: Float64Array): Float64Array => {
    const items = logits.length / targets.length;
    const losses = targets.map((target, event) => {
      const row = logits.slice(event * items, (event + 1) * items);
      const sum = row.reduce((total, logit) => total + Math.exp(logit), 0);
      return shares[event] * (Math.log(sum) - row[target]);
    });
    return Float64Array.of(losses.reduce((total, loss) => total + loss, 0));
  };
}

const cases: Record<string, { items: number; targets: number[]; shares: number[] }> = {
  'several events': { items: 4, targets: [0, 3, 3], shares: [0.5, 0.25, 0.25] },
  'one event': { items: 5, targets: [2], shares: [1] },
  'one item': { items: 1, targets: [0, 0], shares: [0.5, 0.5] },
  'an event that does not count': { items: 3, targets: [1, 0], shares: [1, 0] },
};

describe.each(backends)('a cross-entropy on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  for (const [name, { items, targets, shares }] of Object.entries(cases)) {
    test(`of ${name}`, async () => {
      const random = createRandom(13);
      const wanted = tf.tensor1d(targets, 'int32');
      await expectAgreement(
        (logits) => crossEntropy(logits, wanted, tf.tensor1d(shares)),
        reference(targets, shares),
        [normalTensor([targets.length, items], random)],
        random,
      );
    });
  }

  test('stays finite where the target seems impossible', async () => {
    const logits = tf.tensor([200, -200], [1, 2]);
    const loss = crossEntropy(logits, tf.tensor1d([1], 'int32'), tf.tensor1d([1]));
    expect((await numbersOf(loss)).every(Number.isFinite)).toBe(true);
  });
});
