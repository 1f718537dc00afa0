import type { Random } from '../../kernels/random';
import { toLists } from '../../kernels/lists';
import type { KnowledgeGraph } from './side';

/**
 * Some facts about each item: what it is connected with, and how. Nodes are the items, in
 * their order, and after them all other entities.
 */
export interface Facts {
  readonly items: number;
  readonly nodes: number;
  /** One more than the graph has: the last joins an item of which nothing is known with itself. */
  readonly relations: number;
  /** The items of which something is known, ascending. */
  readonly informed: Int32Array;
  /** Node index, so many for each item. */
  readonly neighbours: Int32Array;
  /** Relation index, as many. */
  readonly relationOf: Int32Array;
}

/**
 * Draws `perItem` facts for each item, whichever end of the triple it is: none twice where
 * there are so many, else some again.
 */
export function drawFacts(graph: KnowledgeGraph, perItem: number, random: Random): Facts {
  const { entityOf, relations } = graph;
  const { nodeOf, nodes } = numberNodes(graph);
  const { offsets, indices } = triplesOf(graph);
  const neighbours = new Int32Array(entityOf.length * perItem);
  const relationOf = new Int32Array(entityOf.length * perItem);
  const informed: number[] = [];
  entityOf.forEach((entity, item) => {
    const about = entity < 0 ? [] : indices.slice(offsets[entity], offsets[entity + 1]);
    if (about.length > 0) informed.push(item);
    const drawn = drawFrom(about, perItem, random);
    for (let place = item * perItem; place < (item + 1) * perItem; place++) {
      const triple = drawn[place - item * perItem];
      const other = triple === undefined ? -1 : otherEnd(graph, triple, entity);
      neighbours[place] = other < 0 ? item : nodeOf[other];
      relationOf[place] = triple === undefined ? relations.length : graph.relationOf[triple];
    }
  });
  return {
    items: entityOf.length,
    nodes,
    relations: relations.length + 1,
    informed: Int32Array.from(informed),
    neighbours,
    relationOf,
  };
}

/** The same graph with its tails dealt out anew: as many facts of each kind, but not true ones. */
export function shuffleTails(graph: KnowledgeGraph, random: Random): KnowledgeGraph {
  return { ...graph, tails: random.shuffle(graph.tails.slice()) };
}

function otherEnd({ heads, tails }: KnowledgeGraph, triple: number, entity: number): number {
  return heads[triple] === entity ? tails[triple] : heads[triple];
}

function drawFrom(from: ArrayLike<number>, count: number, random: Random): number[] {
  if (from.length === 0) return [];
  if (from.length >= count) return [...random.shuffle(Int32Array.from(from)).subarray(0, count)];
  return Array.from({ length: count }, () => from[random.below(from.length)]);
}

/** The triples that each entity is in. */
function triplesOf({ entities, heads, tails }: KnowledgeGraph) {
  const lists = Array.from({ length: entities.size }, (): number[] => []);
  heads.forEach((head, triple) => {
    lists[head].push(triple);
    if (tails[triple] !== head) lists[tails[triple]].push(triple);
  });
  return toLists(lists);
}

/** The node of each entity: the first item that it is, or one of its own. */
function numberNodes({ entities, entityOf }: KnowledgeGraph) {
  const nodeOf = new Int32Array(entities.size).fill(-1);
  let nodes = entityOf.length;
  entityOf.forEach((entity, item) => {
    if (entity >= 0 && nodeOf[entity] < 0) nodeOf[entity] = item;
  });
  for (let entity = 0; entity < nodeOf.length; entity++) {
    if (nodeOf[entity] < 0) nodeOf[entity] = nodes++;
  }
  return { nodeOf, nodes };
}
