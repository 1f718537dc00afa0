import type { Catalog, Columns } from './dataset';
import type { NewItems } from './new-items';
import type { Column, Edges, KnowledgeGraph, Side, Tags } from './side';
import type { Vocabulary } from './vocabulary';

/** What a dataset is made of, before it is sorted. */
export interface Parts {
  readonly users: Vocabulary;
  readonly items: Vocabulary;
  readonly catalog: Catalog;
  readonly columns: Required<Columns>;
  readonly side: Omit<Side, 'context'>;
}

/**
 * Whether parts that came from a file fit together: lengths, types, indices within their
 * vocabularies, numbers that are numbers. What is whole here can be trusted everywhere else.
 */
export function isWhole({ users, items, catalog, columns, side }: Parts): boolean {
  const { userOf, itemOf, values, timestamps, rows, context } = columns;
  const { length: events } = userOf;
  return (
    isVocabulary(users) &&
    isVocabulary(items) &&
    areIndices(userOf, events, users.size) &&
    areIndices(itemOf, events, items.size) &&
    areNumbers(values, events, Number.isFinite) &&
    areNumbers(timestamps, events, isFiniteOrUnknown) &&
    areIndices(rows, events, Infinity) &&
    isCatalog(catalog, items.size) &&
    context.every((column) => isColumn(column, events)) &&
    side.people.every((column) => isColumn(column, users.size)) &&
    (side.graph === null || isGraph(side.graph, items.size)) &&
    (side.friends === null || areEdges(side.friends, users.size)) &&
    (side.newItems === null || areNewItems(side.newItems, items, side.graph))
  );
}

function isVocabulary({ ids, find }: Vocabulary): boolean {
  return areTexts(ids) && ids.every((id, index) => find(id) === index);
}

function isCatalog({ titles, years, genres, tags, columns }: Catalog, items: number): boolean {
  return (
    areTexts(titles, items) &&
    areNumbers(years, items, isFiniteOrUnknown) &&
    genres.length === items &&
    genres.every((names) => areTexts(names)) &&
    (tags === null || areTags(tags, items)) &&
    columns.every((column) => isColumn(column, items))
  );
}

function isColumn({ name, values, cells }: Column, length: number): boolean {
  return (
    typeof name === 'string' && areTexts(values) && areIndices(cells, length, values.length, -1)
  );
}

function areTags({ names, lists: { offsets, indices }, counts }: Tags, items: number): boolean {
  return (
    areTexts(names) &&
    areIndices(offsets, items + 1, indices.length + 1) &&
    offsets[0] === 0 &&
    offsets[items] === indices.length &&
    offsets.every((offset, item) => item === 0 || offsets[item - 1] <= offset) &&
    areIndices(indices, indices.length, names.length) &&
    areNumbers(counts, indices.length, Number.isFinite)
  );
}

function isGraph(graph: KnowledgeGraph, items: number): boolean {
  const { entities, relations, heads, relationOf, tails, entityOf } = graph;
  return (
    isVocabulary(entities) &&
    areTexts(relations) &&
    areIndices(heads, heads.length, entities.size) &&
    areIndices(relationOf, heads.length, relations.length) &&
    areIndices(tails, heads.length, entities.size) &&
    areIndices(entityOf, items, entities.size, -1)
  );
}

function areNewItems(newItems: NewItems, items: Vocabulary, graph: KnowledgeGraph | null): boolean {
  const { ids, entityOf } = newItems;
  return (
    areTexts(ids) &&
    new Set(ids).size === ids.length &&
    ids.every((id) => items.find(id) < 0) &&
    isCatalog(newItems, ids.length) &&
    (entityOf === null) === (graph === null) &&
    (entityOf === null || areIndices(entityOf, ids.length, graph!.entities.size, -1))
  );
}

function areEdges({ from, to }: Edges, users: number): boolean {
  return areIndices(from, from.length, users) && areIndices(to, from.length, users);
}

function areTexts(values: readonly string[], length = values.length): boolean {
  const isList = Array.isArray(values) && values.length === length;
  return isList && values.every((value) => typeof value === 'string');
}

function areIndices(values: Int32Array, length: number, size: number, lowest = 0): boolean {
  return (
    values instanceof Int32Array &&
    values.length === length &&
    values.every((value) => value >= lowest && value < size)
  );
}

function areNumbers(
  values: Float32Array | Float64Array,
  length: number,
  isOne: (value: number) => boolean,
): boolean {
  const isFloat = values instanceof Float32Array || values instanceof Float64Array;
  return isFloat && values.length === length && values.every((value) => isOne(value));
}

function isFiniteOrUnknown(value: number): boolean {
  return Number.isNaN(value) || Number.isFinite(value);
}
