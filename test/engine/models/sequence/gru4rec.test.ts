import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { splitDataset } from '../../../../src/engine/data/split';
import { evaluate } from '../../../../src/engine/evaluation/evaluate';
import type { Recommender } from '../../../../src/engine/models/recommender';
import { gru4Rec } from '../../../../src/engine/models/sequence/gru4rec';
import { nextItemLosses } from '../../../../src/engine/nn/next-item';
import { cycle, nextOf, walkFrom } from '../../../fixtures/cycle';
import { known, learn, smallConfig, start, stranger } from '../../../fixtures/learning';
import { testNextItem } from '../../../fixtures/next-item';

const split = splitDataset(cycle(), 'leave-one-out', 1);
const settings = {
  dim: 16,
  epochs: 60,
  learningRate: 0.05,
  dropout: 0,
  batchSize: 12,
  negatives: 12,
};
const config = smallConfig(gru4Rec, settings);

beforeAll(async () => void (await start('wasm')));

describe('on a cycle', () => testNextItem(gru4Rec, settings, { mrr: 0.75, walks: 20, lost: 0 }));

describe.each(nextItemLosses)('with the loss %s', (loss) => {
  test('learns what comes next', async () => {
    const recommender = await learn(gru4Rec, split.train, { ...config, loss });
    const { metrics } = await evaluate(recommender, split.test, split.train);
    recommender.dispose();
    expect(metrics['mrr@10']).toBeGreaterThan(0.75); // popularity has less than 0.3;
  });
});

describe('with vectors of users, and its own of what it guesses', () => {
  let recommender: Recommender;
  const full = { ...config, output: 'own', userVector: 'yes' };
  beforeAll(async () => void (recommender = await learn(gru4Rec, split.train, full)));
  afterAll(() => recommender.dispose());

  test('learns what comes next for those it knows and for strangers', async () => {
    const walk = walkFrom(5, 4);
    const asked = [stranger(...walk), known(5, ...walk)];
    const rankings = await recommender.recommend(asked, 1);
    expect(rankings.map(({ items }) => items[0])).toEqual([nextOf(walk[3]), nextOf(walk[3])]);
    const [unknown, own, other] = await recommender.score([...asked, known(6, ...walk)]);
    expect(own).not.toEqual(unknown);
    expect(own).not.toEqual(other);
  });
});

test('forgets what lies before a gap', async () => {
  const recommender = await learn(gru4Rec, split.train, { ...config, epochs: 1, sessionGap: 1 });
  const hour = 60 * 60 * 1000;
  const timed = (...hours: number[]) => {
    const query = stranger(0, 1, 2);
    const timestamps = Float64Array.from(hours, (time) => time * hour);
    return { ...query, history: { ...query.history, timestamps } };
  };
  const [cut, whole, short] = await recommender.foldIn([
    timed(0, 2, 2.5),
    timed(0, 0.5, 1),
    stranger(1, 2),
  ]);
  recommender.dispose();
  expect(cut).not.toEqual(whole);
  cut.forEach((value, i) => expect(value).toBeCloseTo(short[i], 5));
});
