import type { KnowledgeGraph } from '../side';
import { createVocabulary } from '../vocabulary';
import { createInterner } from './interner';

/** A knowledge graph as its lines arrive. */
export interface GraphTable {
  addTriple(head: string, relation: string, tail: string): void;
  /** Says which entity an item is; what was said first stands. */
  link(item: string, entity: string): void;
  readonly triples: number;
  /** Items that were linked. */
  readonly linked: readonly string[];
  /** The graph as far as the items `ids` are concerned. */
  graph(ids: readonly string[]): KnowledgeGraph;
  /** The entity that each of the items `ids` is, by its index in the graph; -1 for none. */
  entitiesOf(ids: readonly string[]): Int32Array;
}

export function createGraphTable(): GraphTable {
  const [entities, relations, linked] = [createInterner(), createInterner(), createInterner()];
  const [heads, relationOf, tails]: [number[], number[], number[]] = [[], [], []];
  const entityOf: number[] = [];
  const entitiesOf = (ids: readonly string[]): Int32Array =>
    Int32Array.from(ids, (id) => entityOf[linked.find(id)] ?? -1);
  return {
    addTriple(head, relation, tail) {
      heads.push(entities.index(head));
      relationOf.push(relations.index(relation));
      tails.push(entities.index(tail));
    },
    link(item, entity) {
      entityOf[linked.index(item)] ??= entities.index(entity);
    },
    get triples() {
      return heads.length;
    },
    linked: linked.ids,
    graph: (ids) => ({
      entities: createVocabulary(entities.ids, 'entity'),
      relations: relations.ids,
      heads: Int32Array.from(heads),
      relationOf: Int32Array.from(relationOf),
      tails: Int32Array.from(tails),
      entityOf: entitiesOf(ids),
    }),
    entitiesOf,
  };
}
