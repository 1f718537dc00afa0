import { beforeAll, expect, test } from 'vitest';
import type { Dataset } from '../../../../src/engine/data/dataset';
import { sequentialRules } from '../../../../src/engine/models/sequence/sequential-rules';
import { createRandom } from '../../../../src/kernels/random';
import { datasetOf, type Event } from '../../../fixtures/events';
import { learn, start, stranger } from '../../../fixtures/learning';
import { testNextItem } from '../../../fixtures/next-item';

testNextItem(sequentialRules, { length: 1 }, { mrr: 0.9, walks: 20 });

const [people, things] = [12, 8];

/** Histories of different lengths, each of things in an order of its own. */
function histories(): number[][] {
  const random = createRandom(3);
  return Array.from({ length: people }, (_zero, person) =>
    Array.from(random.shuffle(Int32Array.from({ length: things }, (_thing, i) => i))).slice(
      person % 6,
    ),
  );
}

/** What they chose, in that order. */
const toDataset = (lists: readonly number[][]): Dataset =>
  datasetOf(lists.flatMap((list, user) => list.map((item): Event => [user, item])));

/** How closely `item` followed on `before`, of all times that this was chosen. */
function confidence(lists: readonly number[][], before: number, item: number, reach: number) {
  const steps = lists.map((list) => {
    const [from, to] = [list.indexOf(before), list.indexOf(item)];
    const isRule = from >= 0 && to > from && to - from <= reach;
    return isRule ? 1 / (to - from) : 0;
  });
  const chosen = lists.filter((list) => list.includes(before)).length;
  return steps.reduce((sum, step) => sum + step, 0) / chosen;
}

beforeAll(async () => void (await start('wasm')));

test.each([
  [1, 1, 0],
  [3, 2, 0.5],
])('within %d steps, of the newest %d, less popularity to the power %d', async (...given) => {
  const [reach, length, beta] = given;
  const lists = histories();
  const config = { reach, length, beta, neighbours: things };
  const recommender = await learn(sequentialRules, toDataset(lists), config);
  const [scores] = await recommender.score([stranger(6, 2, 5)]);
  recommender.dispose();
  const ages = [5, 2, 6].slice(0, length).map((before, age) => ({ before, share: 1 / (age + 1) }));
  scores.forEach((score, item) => {
    const count = lists.filter((list) => list.includes(item)).length;
    const sum = ages
      .map(({ before, share }) => share * confidence(lists, before, item, reach))
      .reduce((a, b) => a + b, 0);
    expect(score).toBeCloseTo(sum / count ** beta, 5);
  });
});

test('each thing keeps the rules that it follows most surely', async () => {
  // After thing 0 comes 2 two times of three; after thing 1, always.
  const lists = [
    [0, 2],
    [0, 2],
    [0, 3],
    [1, 2],
  ];
  const config = { reach: 1, length: 5, beta: 0, neighbours: 1 };
  const recommender = await learn(sequentialRules, toDataset(lists), config);
  const [[, , afterFirst], [, , afterSecond]] = await recommender.score([stranger(0), stranger(1)]);
  recommender.dispose();
  expect([afterFirst, afterSecond]).toEqual([0, 1]);
});
