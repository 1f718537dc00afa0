import { beforeAll, describe, expect, test } from 'vitest';
import { ease } from '../../../../src/engine/models/classical/ease';
import { deepFm } from '../../../../src/engine/models/content/deepfm';
import { twoStage } from '../../../../src/engine/models/ensemble/two-stage';
import { completeConfig, type ChoiceField, type Config } from '../../../../src/engine/models/model';
import { isOfUsers } from '../../../../src/engine/nn/weights';
import {
  known,
  learn,
  learnWeights,
  smallConfig,
  start,
  stranger,
} from '../../../fixtures/learning';
import { ratedTastes, tasteOf, twoTastes } from '../../../fixtures/two-tastes';

beforeAll(async () => void (await start('wasm')));

const size = { users: 33, items: 24, chosen: 9 };
const dataset = twoTastes(size);
const configWith = (given: Config): Config => smallConfig(twoStage, { dim: 16, ...given });
const choicesOf = (name: string) => (twoStage.fields[name] as ChoiceField).choices;

describe('the candidates', () => {
  test('are the best by the retriever, and stand above all else, which keeps its order', async () => {
    const recommender = await learn(
      twoStage,
      dataset,
      configWith({ candidates: 6, epochs: 2, batchSize: 32 }),
    );
    const alone = await learn(ease, dataset);
    const query = stranger(1, 3);
    const [ranking] = await alone.recommend([query], 24);
    const [found] = (await recommender.retrieve([query]))!;
    expect(Array.from(found)).toEqual(Array.from(ranking.items.subarray(0, 6)));
    const [{ items }] = await recommender.recommend([query], 24);
    expect(new Set(items.subarray(0, 6))).toEqual(new Set(found));
    expect(items.subarray(6)).toEqual(ranking.items.subarray(6));
    alone.dispose();
    recommender.dispose();
  });

  test('are as many for someone who has met the best already', async () => {
    const recommender = await learn(
      twoStage,
      dataset,
      configWith({ candidates: 6, epochs: 2, batchSize: 32 }),
    );
    const met = [1, 3, 5, 7, 9, 11, 13, 15];
    const [found, rest] = (await recommender.retrieve([
      stranger(...met),
      stranger(...Array.from({ length: 21 }, (_zero, item) => item)),
    ]))!;
    expect(new Set(found).size).toBe(6);
    expect(met.filter((item) => found.includes(item))).toEqual([]);
    expect(new Set(rest)).toEqual(new Set([21, 22, 23]));
    recommender.dispose();
  });

  test('are the most popular where the retriever can say nothing', async () => {
    const recommender = await learn(
      twoStage,
      dataset,
      configWith({ candidates: 6, epochs: 2, batchSize: 32 }),
    );
    const [found] = (await recommender.retrieve([stranger()]))!;
    expect(found).toEqual(recommender.order.subarray(0, 6));
    recommender.dispose();
  });
});

describe('the parts', () => {
  test.each(choicesOf('retriever'))('%s retrieves candidates', async (retriever) => {
    const config = configWith({
      retriever,
      retrieverEpochs: 2,
      candidates: 8,
      epochs: 1,
      batchSize: 64,
    });
    const recommender = await learn(twoStage, dataset, config);
    const queries = [stranger(1, 3), known(0, 2, 4)];
    expect((await recommender.retrieve(queries))!.map(({ length }) => length)).toEqual([8, 8]);
    const scores = await recommender.score(queries);
    expect(scores.every((row) => row.length === 24 && row.every(Number.isFinite))).toBe(true);
    recommender.dispose();
  });

  test.each([
    ['deepfm', dataset],
    ['mmoe', ratedTastes(size)],
    ['sasrec', dataset],
    ['din', dataset],
  ])('%s ranks what suits a stranger first', async (ranker, data) => {
    const config = configWith({ ranker, epochs: 12, batchSize: 32, heldBack: 0.3 });
    const recommender = await learn(twoStage, data, config);
    const [{ items }] = await recommender.recommend([stranger(1, 3)], 5);
    expect(Array.from(items, tasteOf)).toEqual([1, 1, 1, 1, 1]);
    const attention = await recommender.attend(stranger(1, 3), 5);
    expect(attention !== null).toBe(['sasrec', 'din'].includes(ranker));
    recommender.dispose();
  });

  test('say together what they need, and take turns with the memory', () => {
    const needsOf = (given: Config) => twoStage.needsFor!(completeConfig(twoStage.fields, given));
    expect(needsOf({})).toEqual([]);
    expect(needsOf({ retriever: 'sasrec', ranker: 'mmoe' })).toEqual(['timestamps', 'ratings']);
    const config = completeConfig(twoStage.fields, {});
    const needed = [ease, deepFm].map(({ memory, fields }) =>
      memory(dataset, completeConfig(fields, {})),
    );
    expect(twoStage.memory(dataset, config)).toBe(Math.max(...needed));
  });

  test('lack ratings where all are alike, and say so', async () => {
    await expect(learn(twoStage, dataset, configWith({ ranker: 'mmoe' }))).rejects.toMatchObject({
      name: 'DataError',
      message: expect.stringContaining('learns from ratings') as string,
    });
  });

  test('keep no users in an anonymous file, and one of the tables of items tells what is alike', async () => {
    const recommender = await learn(
      twoStage,
      dataset,
      configWith({ retriever: 'bpr-mf', epochs: 1 }),
    );
    const named = Object.keys((await recommender.checkpoint()).weights);
    expect(named.filter(isOfUsers)).toEqual(
      expect.arrayContaining(['retriever.users', 'ranker.users.own', 'ranker.users']),
    );
    const { weights } = await recommender.checkpoint({ anonymous: true });
    const rows = Object.entries(weights).filter(([, { shape }]) => shape[0] === size.users);
    expect(rows).toEqual([]);
    const { values, width } = await recommender.itemVectors();
    expect([values.length, width]).toEqual([24 * 16, 16]);
    recommender.dispose();
  });
});

test('listens to the stage that knows better', async () => {
  const unlearned = configWith({ epochs: 1, learningRate: 0.00001 });
  const { shares } = await learnWeights(twoStage, dataset, unlearned);
  const [retriever, ranker] = shares.values;
  expect(retriever).toBeGreaterThan(0.5);
  expect(ranker).toBeLessThan(retriever / 4);
});
