import type { Lists } from '../../kernels/lists';
import type { NewItems } from './new-items';
import type { Vocabulary } from './vocabulary';

/** What a file says, under one name, of each person, item or interaction. */
export interface Column {
  readonly name: string;
  /** The different things that are said, as written, in the order of the files. */
  readonly values: readonly string[];
  /** `[people]`, `[items]` or `[events]`: the place of what is said in `values`, -1 where unknown */
  readonly cells: Int32Array;
}

/** Words that people gave to items, in lower case. */
export interface Tags {
  readonly names: readonly string[];
  /** The tags of each item, as indices into `names`: row `i` spans `offsets[i] … offsets[i + 1]`. */
  readonly lists: Lists;
  /** As long as `lists.indices`: how often the item was given the tag. */
  readonly counts: Float32Array;
}

/** Facts about items and what they are connected with, each a triple: head, relation, tail. */
export interface KnowledgeGraph {
  readonly entities: Vocabulary;
  readonly relations: readonly string[];
  /** `[triples]` entity index */
  readonly heads: Int32Array;
  /** `[triples]` index into `relations` */
  readonly relationOf: Int32Array;
  /** `[triples]` entity index */
  readonly tails: Int32Array;
  /** `[items]` entity index, -1 for an item that the graph does not know */
  readonly entityOf: Int32Array;
}

/** Who is connected with whom, as it was written: each edge once, none from a person to themselves. */
export interface Edges {
  /** `[edges]` user index */
  readonly from: Int32Array;
  /** `[edges]` user index */
  readonly to: Int32Array;
}

/** What is known beside who chose what, and what items are called. */
export interface Side {
  /** Age, gender, occupation, …: one cell for each user. */
  readonly people: readonly Column[];
  /** Kind of event, device, …: one cell for each interaction. */
  readonly context: readonly Column[];
  readonly graph: KnowledgeGraph | null;
  readonly friends: Edges | null;
  /** What nobody chose: no model learns of it, and no figure depends on it, unless it is joined. */
  readonly newItems: NewItems | null;
}

export const noSide: Side = {
  people: [],
  context: [],
  graph: null,
  friends: null,
  newItems: null,
};

/** `column` with the cells at `order`, in that order. */
export function takeCells({ cells, ...column }: Column, order: Int32Array): Column {
  return { ...column, cells: order.map((row) => cells[row]) };
}

/** What is known beside who chose what, in names and numbers. */
export interface SideInfo {
  /** Names of what is known of people. */
  readonly people: readonly string[];
  /** Names of what is known of items, `title`, `year`, `genres` and `tags` among them. */
  readonly items: readonly string[];
  /** Names of what is known of single interactions. */
  readonly context: readonly string[];
  /** Triples of the knowledge graph. */
  readonly triples: number;
  /** Edges between people. */
  readonly friends: number;
}
