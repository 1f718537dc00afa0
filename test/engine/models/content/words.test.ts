import { expect, test } from 'vitest';
import { emptyCatalog } from '../../../../src/engine/data/dataset';
import { weighWords } from '../../../../src/engine/models/content/words';

const nothing = emptyCatalog(4);

/** The vector of each item, dense. */
function vectorsOf(catalog: typeof nothing): number[][] {
  const { size, lists, values } = weighWords(catalog);
  return catalog.titles.map((_title, item) => {
    const vector = new Array<number>(size).fill(0);
    for (let i = lists.offsets[item]; i < lists.offsets[item + 1]; i++) {
      vector[lists.indices[i]] = values[i];
    }
    return vector;
  });
}

test('rare words weigh more, and every vector has length 1', () => {
  const genres = [['war', 'drama'], ['drama'], ['war', 'drama'], []];
  const [both, one, again, none] = vectorsOf({ ...nothing, genres });
  const [war, drama] = [Math.log(4 / 2), Math.log(4 / 3)];
  const length = Math.hypot(war, drama);
  expect(both[0]).toBeCloseTo(war / length, 6);
  expect(both[1]).toBeCloseTo(drama / length, 6);
  expect(one).toEqual([0, 1]);
  expect(again).toEqual(both);
  expect(none).toEqual([0, 0]);
});

test('words of titles count whatever their case, but not as genres; those of one item do not', () => {
  const titles = ['War Games', 'WAR, and Peace', 'Games', 'Alone'];
  const vectors = vectorsOf({ ...nothing, titles, genres: [['War'], [], [], ['War']] });
  // “War” as a genre, “war” and “games” in titles.
  expect(vectors[0].map((value) => value > 0)).toEqual([true, true, true]);
  expect(vectors.slice(1)).toEqual([
    [0, 1, 0],
    [0, 0, 1],
    [1, 0, 0],
  ]);
});

test('tags count by the logarithm of how often they were given', () => {
  const tags = {
    names: ['eerie', 'slow'],
    lists: { offsets: Int32Array.of(0, 2, 4, 4, 4), indices: Int32Array.of(0, 1, 0, 1) },
    counts: Float32Array.of(5, 1, 1, 1),
  };
  const [first, second] = vectorsOf({ ...nothing, tags });
  expect(first[0] / first[1]).toBeCloseTo(1 + Math.log(5), 5);
  expect(second[0] / second[1]).toBeCloseTo(1, 6);
});
