import type { Catalog, Dataset } from './dataset';
import { packNewItems, unpackNewItems, type NewItemNames } from './new-items-file';
import type { NamedTensor } from './safetensors';
import type { Column, Edges, KnowledgeGraph, Side, Tags } from './side';
import { createVocabulary } from './vocabulary';

/** Everything known beside the interactions that is not a column of numbers. */
export interface SideNames {
  readonly people: readonly ColumnNames[];
  readonly items: readonly ColumnNames[];
  readonly context: readonly ColumnNames[];
  readonly tags: readonly string[] | null;
  readonly graph:
    (Pick<KnowledgeGraph, 'relations'> & { readonly entities: readonly string[] }) | null;
  readonly friends: boolean;
  /** Absent where there are none, as in all files that an earlier version wrote. */
  readonly newItems?: NewItemNames;
}

type ColumnNames = Pick<Column, 'name' | 'values'>;
type Tensors = Readonly<Record<string, NamedTensor>>;
/** The numbers of the tensor `name`. */
type Numbers = <T extends NamedTensor['values']>(name: string) => T;

export const noNames: SideNames = {
  people: [],
  items: [],
  context: [],
  tags: null,
  graph: null,
  friends: false,
};

/** What is known beside the interactions, as names and tensors for a file. */
export function packSide(dataset: Dataset): { names: SideNames; tensors: Tensors } {
  const { people, context, graph, friends, catalog } = dataset;
  const added = dataset.newItems && packNewItems(dataset.newItems);
  const names: SideNames = {
    people: people.map(namesOf),
    items: catalog.columns.map(namesOf),
    context: context.map(namesOf),
    tags: catalog.tags && catalog.tags.names,
    graph: graph && { entities: graph.entities.ids, relations: graph.relations },
    friends: friends !== null,
    ...(added && { newItems: added.names }),
  };
  const tensors = {
    ...cellsOf('people', people),
    ...cellsOf('items', catalog.columns),
    ...cellsOf('context', context),
    ...(catalog.tags && packTags(catalog.tags)),
    ...(graph && packGraph(graph)),
    ...(friends && { 'friends.from': vector(friends.from), 'friends.to': vector(friends.to) }),
    ...added?.tensors,
  };
  return { names, tensors };
}

/** The opposite of `packSide`. */
export function unpackSide(
  names: SideNames,
  numbers: Numbers,
): Side & Pick<Catalog, 'tags' | 'columns'> {
  const columnsOf = (owner: string, columns: readonly ColumnNames[]): Column[] =>
    columns.map((column, i) => ({ ...column, cells: numbers(`${owner}.${i}`) }));
  const catalog = {
    tags: names.tags && unpackTags(names.tags, numbers),
    columns: columnsOf('items', names.items),
  };
  return {
    ...catalog,
    people: columnsOf('people', names.people),
    context: columnsOf('context', names.context),
    newItems: unpackNewItems(names.newItems, numbers, catalog, names.graph !== null),
    graph: names.graph && unpackGraph(names.graph, numbers),
    friends: names.friends ? unpackFriends(numbers) : null,
  };
}

function namesOf({ name, values }: Column): ColumnNames {
  return { name, values };
}

function cellsOf(owner: string, columns: readonly Column[]): Tensors {
  return Object.fromEntries(columns.map(({ cells }, i) => [`${owner}.${i}`, vector(cells)]));
}

function packTags({ lists, counts }: Tags): Tensors {
  return {
    'tags.offsets': vector(lists.offsets),
    'tags.indices': vector(lists.indices),
    'tags.counts': vector(counts),
  };
}

function unpackTags(names: readonly string[], numbers: Numbers): Tags {
  return {
    names,
    lists: { offsets: numbers('tags.offsets'), indices: numbers('tags.indices') },
    counts: numbers('tags.counts'),
  };
}

function packGraph({ heads, relationOf, tails, entityOf }: KnowledgeGraph): Tensors {
  return {
    'graph.heads': vector(heads),
    'graph.relationOf': vector(relationOf),
    'graph.tails': vector(tails),
    'graph.entityOf': vector(entityOf),
  };
}

function unpackGraph(
  { entities, relations }: NonNullable<SideNames['graph']>,
  numbers: Numbers,
): KnowledgeGraph {
  return {
    entities: createVocabulary(entities, 'entity'),
    relations,
    heads: numbers('graph.heads'),
    relationOf: numbers('graph.relationOf'),
    tails: numbers('graph.tails'),
    entityOf: numbers('graph.entityOf'),
  };
}

function unpackFriends(numbers: Numbers): Edges {
  return { from: numbers('friends.from'), to: numbers('friends.to') };
}

function vector(values: NamedTensor['values']): NamedTensor {
  return { shape: [values.length], values };
}
