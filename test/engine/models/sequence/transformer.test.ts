import { beforeAll, describe, expect, test } from 'vitest';
import { plainHistory, strangerWith } from '../../../../src/engine/data/dataset';
import { bert4Rec } from '../../../../src/engine/models/sequence/bert4rec';
import { sasRec } from '../../../../src/engine/models/sequence/sasrec';
import { expectAttention } from '../../../fixtures/attention';
import { cycle } from '../../../fixtures/cycle';
import { learn, learnWeights, smallConfig, start } from '../../../fixtures/learning';
import { testNextItem } from '../../../fixtures/next-item';

const quick = { dim: 16, learningRate: 0.02, batchSize: 12 };
const hour = 3_600_000;

describe.each([
  ['sasrec', { epochs: 30, order: 'distance', norm: 'before' }, sasRec],
  ['sasrec', { epochs: 30, order: 'distance-and-time', norm: 'before' }, sasRec],
  ['sasrec', { epochs: 30, order: 'age', norm: 'after' }, sasRec],
  ['bert4rec', { epochs: 60, masked: 0.3, order: 'distance', norm: 'after' }, bert4Rec],
])('%s with %o', (_name, config, model) => {
  testNextItem(model, { ...quick, ...config }, { mrr: 0.9, walks: 16 });
});

describe('the order of a history', () => {
  beforeAll(async () => void (await start('wasm')));

  /** What is made of the same items at other times. */
  async function statesAt(order: string, times: readonly (readonly number[])[]) {
    const config = smallConfig(sasRec, { ...quick, epochs: 1, order });
    const recommender = await learn(sasRec, cycle(), config);
    const queries = times.map((own) =>
      strangerWith({ ...plainHistory([1, 5, 3]), timestamps: Float64Array.from(own) }),
    );
    const states = await recommender.foldIn(queries);
    if (order !== 'age') await expectAttention(recommender, 6);
    recommender.dispose();
    return states;
  }

  const times = [
    [0, hour, 2 * hour],
    [0, hour, 900 * hour],
    [7e11, 7e11 + hour, 7e11 + 2 * hour],
  ];

  test('by distance is the same at all times', async () => {
    const [first, second] = await statesAt('distance', times);
    expect(second).toEqual(first);
  });

  test('by distance and time depends on how long lies between, not on when it was', async () => {
    const [first, second, later] = await statesAt('distance-and-time', times);
    expect(second).not.toEqual(first);
    later.forEach((value, i) => expect(value).toBeCloseTo(first[i], 4));
  });

  test('by distance needs pairs of numbers for each head', async () => {
    const config = smallConfig(sasRec, { ...quick, dim: 15, heads: 3, order: 'distance' });
    await expect(learnWeights(sasRec, cycle(), config)).rejects.toMatchObject({
      name: 'ConfigError',
      message: expect.stringContaining('multiple of 6'),
    });
  });
});
