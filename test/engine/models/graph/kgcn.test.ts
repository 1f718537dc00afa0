import { beforeAll, describe, expect, test } from 'vitest';
import { drawFacts } from '../../../../src/engine/data/facts';
import { kgcn } from '../../../../src/engine/models/graph/kgcn';
import {
  crossEntropy,
  derive,
  scoreAll,
  type Learned,
} from '../../../../src/engine/models/graph/kgcn-layer';
import { createRandom } from '../../../../src/kernels/random';
import * as tf from '../../../../src/kernels/tensor';
import { expectClose, normalTensor, numbersOf } from '../../../fixtures/agreement';
import { learn, learnWeights, smallConfig, start } from '../../../fixtures/learning';
import { tasteGraph, tasteOf, twoTastes } from '../../../fixtures/two-tastes';

beforeAll(async () => void (await start('wasm')));

describe('the layer', () => {
  const [items, users, dim, perItem] = [5, 3, 4, 2];
  const full = tasteGraph(items);
  const graph = { ...full, entityOf: full.entityOf.with(2, -1) };
  const facts = drawFacts(graph, perItem, createRandom(1));

  const weightsOf = (): Learned => {
    const random = createRandom(2);
    return {
      users: normalTensor([users, dim], random),
      nodes: normalTensor([facts.nodes, dim], random),
      relations: normalTensor([facts.relations, dim], random),
      weight: normalTensor([dim, dim], random),
      bias: normalTensor([dim], random),
    };
  };

  /** Equations 1 to 5 of the paper, number by number: `[users · items]` */
  async function expectedScores(weights: Learned): Promise<number[]> {
    const rows = async (name: keyof Learned): Promise<number[][]> => {
      const numbers = [...(await numbersOf(weights[name]))];
      return Array.from({ length: numbers.length / dim }, (_zero, i) =>
        numbers.slice(i * dim, (i + 1) * dim),
      );
    };
    const [user, node, relation, weight, [bias]] = await Promise.all(
      ['users', 'nodes', 'relations', 'weight', 'bias'].map(rows),
    );
    const dot = (a: number[], b: number[]): number => a.reduce((sum, x, i) => sum + x * b[i], 0);
    const scoreOf = (u: number[], item: number): number => {
      const places = Array.from({ length: perItem }, (_zero, i) => item * perItem + i);
      const meanings = places.map((p) => Math.exp(dot(u, relation[facts.relationOf[p]])));
      const all = meanings.reduce((sum, one) => sum + one, 0);
      const sum = node[item].map((own, d) =>
        places.reduce((s, p, i) => s + (meanings[i] / all) * node[facts.neighbours[p]][d], own),
      );
      const vector = bias.map((b, d) =>
        Math.tanh(
          b +
            dot(
              sum,
              weight.map((row) => row[d]),
            ),
        ),
      );
      return dot(u, vector);
    };
    return user.flatMap((u) => node.slice(0, items).map((_row, item) => scoreOf(u, item)));
  }

  test('scores all items as the paper says, with facts or without', async () => {
    const weights = weightsOf();
    const scores = scoreAll({ ...weights, ...derive(weights, facts) }, weights.users);
    expect(scores.shape).toEqual([users, items]);
    expectClose(await numbersOf(scores), Float64Array.from(await expectedScores(weights)));
  });

  test('learns from what the same scores say of choices and of others', async () => {
    const weights = weightsOf();
    const batch = { size: 2, users: Int32Array.of(0, 2), items: Int32Array.of(1, 2, 4, 0) };
    const scores = await expectedScores(weights);
    const at = (user: number, item: number): number => scores[user * items + item];
    const terms = [-at(0, 1), -at(2, 2), at(0, 4), at(2, 0)].map((s) => Math.log(1 + Math.exp(s)));
    const expected = terms.reduce((sum, term) => sum + term, 0) / 2;
    const loss = tf.sum(crossEntropy(weights, facts, batch, 0));
    expectClose(await numbersOf(loss), Float64Array.of(expected));
  });
});

test('hears of the tastes of items, or, with the tails shuffled, of others', async () => {
  const items = 14;
  const dataset = { ...twoTastes({ users: 4, items, chosen: 2 }), graph: tasteGraph(items) };
  const misled = async (graph: string): Promise<number> => {
    const config = smallConfig(kgcn, { epochs: 1, facts: 1, graph });
    const { heard } = await learnWeights(kgcn, dataset, config);
    const pairs = Array.from({ length: items }, (_zero, i) => heard.values.slice(2 * i, 2 * i + 2));
    return pairs.filter(([item, taste]) => taste !== items + tasteOf(item)).length;
  };
  expect(await misled('given')).toBe(0);
  expect(await misled('shuffled')).toBeGreaterThan(3);
});

test('says so where there are no facts', async () => {
  await expect(learn(kgcn, twoTastes({ users: 4, items: 6, chosen: 2 }))).rejects.toMatchObject({
    name: 'DataError',
  });
});
