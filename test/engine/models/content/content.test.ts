import { beforeAll, describe, expect, test } from 'vitest';
import { content } from '../../../../src/engine/models/content/content';
import { datasetOf } from '../../../fixtures/events';
import { learn, start, stranger } from '../../../fixtures/learning';
import { expectNewItems, withNewItems } from '../../../fixtures/new-items';

const plain = datasetOf([[0, 0]], { items: 4 });
const genres = [['war'], ['war', 'drama'], ['drama'], []];
const dataset = { ...plain, catalog: { ...plain.catalog, genres } };

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  test('scores are cosines with what was chosen, by what was said of it', async () => {
    const recommender = await learn(content, dataset, {});
    const mixed = stranger(0, 2);
    mixed.history.values.set([1, -0.5]);
    const [one, both] = await recommender.score([stranger(0), mixed]);
    [1, Math.SQRT1_2, 0, 0].forEach((cosine, item) => expect(one[item]).toBeCloseTo(cosine, 6));
    [1, 0.5 * Math.SQRT1_2, -0.5, 0].forEach((sum, item) => expect(both[item]).toBeCloseTo(sum, 6));
    recommender.dispose();
  });

  test('knows by their genre whom items suit that nobody ever chose', async () => {
    const recommender = await learn(content, withNewItems({ users: 4, items: 6, chosen: 2 }), {});
    await expectNewItems(recommender, [stranger(0, 2), stranger(1, 3)]);
    recommender.dispose();
  });

  test('where nothing is known of the items, all score alike', async () => {
    const recommender = await learn(content, plain, {});
    expect(Array.from((await recommender.score([stranger(1)]))[0])).toEqual([0, 0, 0, 0]);
    recommender.dispose();
  });
});
