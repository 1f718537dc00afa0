import { beforeAll, describe, test } from 'vitest';
import { catalogueLoss } from '../../../src/kernels/catalogue-loss/catalogue-loss';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { expectAgreement, normalTensor } from '../../fixtures/agreement';
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
});
