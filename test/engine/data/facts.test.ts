import { describe, expect, test } from 'vitest';
import { drawFacts, shuffleTails } from '../../../src/engine/data/facts';
import type { KnowledgeGraph } from '../../../src/engine/data/side';
import { createVocabulary } from '../../../src/engine/data/vocabulary';
import { createRandom } from '../../../src/kernels/random';

/** Items 0 and 1 are entities 2 and 0, item 2 is unknown; entity 2 — 0 → 1, 2 — 1 → 3, 3 — 1 → 0. */
const graph: KnowledgeGraph = {
  entities: createVocabulary(['a', 'b', 'c', 'd'], 'item'),
  relations: ['by', 'of'],
  heads: Int32Array.of(2, 2, 3),
  relationOf: Int32Array.of(0, 1, 1),
  tails: Int32Array.of(1, 3, 0),
  entityOf: Int32Array.of(2, 0, -1),
};

/** The facts drawn for each item, as pairs of node and relation, in order. */
function pairsOf(perItem: number): string[][] {
  const { neighbours, relationOf } = drawFacts(graph, perItem, createRandom(1));
  return [0, 1, 2].map((item) =>
    Array.from({ length: perItem }, (_zero, i) => item * perItem + i)
      .map((place) => `${neighbours[place]} ${relationOf[place]}`)
      .sort(),
  );
}

describe('facts about items', () => {
  test('name items as nodes, and after them other entities, from either end', () => {
    // Entities 1 and 3 are nodes 3 and 4.
    expect(pairsOf(2)).toEqual([
      ['3 0', '4 1'],
      ['4 1', '4 1'],
      ['2 2', '2 2'],
    ]);
    expect(drawFacts(graph, 2, createRandom(1))).toMatchObject({ nodes: 5, relations: 3 });
  });

  test('are all different where there are enough', () => {
    const seen = Array.from(
      { length: 20 },
      (_zero, seed) => drawFacts(graph, 1, createRandom(seed)).neighbours[0],
    );
    expect(new Set(seen)).toEqual(new Set([3, 4]));
  });

  test('tell of which items something is known', () => {
    expect([...drawFacts(graph, 2, createRandom(1)).informed]).toEqual([0, 1]);
  });
});

test('shuffled, a graph has as many facts of each kind about each head, with other tails', () => {
  const long = {
    ...graph,
    heads: new Int32Array(100),
    tails: Int32Array.from({ length: 100 }, (_zero, i) => i % 4),
  };
  const shuffled = shuffleTails(long, createRandom(1));
  expect(shuffled.heads).toEqual(long.heads);
  expect(shuffled.tails).not.toEqual(long.tails);
  expect(shuffled.tails.slice().sort()).toEqual(long.tails.slice().sort());
});
