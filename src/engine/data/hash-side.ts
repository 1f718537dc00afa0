import type { Catalog, Dataset } from './dataset';
import { sha256 } from './hash';
import type { Column, KnowledgeGraph } from './side';

/**
 * SHA-256 of all that is known beside the interactions, hexadecimal, or null where that is
 * nothing: the same for the same facts, in whatever order they were read. What is hashed is
 * one line for each, its kind first (`person⇥age⇥ann⇥20`), the lines in the order of their
 * UTF-16 code units. The hash of the interactions (see `hashDataset`) does not depend on it.
 */
export async function hashSide(dataset: Dataset): Promise<string | null> {
  const { users, items, people, catalog, graph } = dataset;
  const facts = [
    ...people.flatMap((column) => cellsOf('person', column, users.ids)),
    ...catalog.columns.flatMap((column) => cellsOf('item', column, items.ids)),
    ...items.ids.flatMap((id, item) => catalogueOf(id, catalog, item)),
    ...dataset.context.flatMap((column) => cellsOf('event', column, eventsOf(dataset))),
    ...(graph ? factsOf(graph, items.ids) : []),
    ...friendsOf(dataset),
  ];
  return facts.length === 0 ? null : sha256(facts.map((cells) => `${cells.join('\t')}\n`).sort());
}

type Line = readonly (string | number)[];

/** What a column says of those it is about. */
function cellsOf(kind: string, { name, values, cells }: Column, ids: readonly string[]): Line[] {
  return ids
    .map((id, row): Line => [kind, name, id, values[cells[row]]])
    .filter((_line, row) => cells[row] >= 0);
}

/** What an item is called, where it belongs, and the words that people gave it. */
function catalogueOf(id: string, { titles, years, genres, tags }: Catalog, item: number): Line[] {
  const [from, to] = tags ? tags.lists.offsets.subarray(item, item + 2) : [0, 0];
  const tagged = tags ? Array.from(tags.lists.indices.subarray(from, to)) : [];
  return [
    ...(titles[item] ? [['title', id, titles[item]]] : []),
    ...(Number.isNaN(years[item]) ? [] : [['year', id, years[item]]]),
    ...genres[item].map((genre) => ['genre', id, genre]),
    ...tagged.map((tag, i) => ['tag', id, tags!.names[tag], tags!.counts[from + i]]),
  ];
}

/** Each interaction by who, what and when. */
function eventsOf({ users, items, userOf, itemOf, timestamps }: Dataset): string[] {
  return Array.from(userOf, (user, event) =>
    [users.ids[user], items.ids[itemOf[event]], timestamps[event]].join('\t'),
  );
}

function factsOf(graph: KnowledgeGraph, items: readonly string[]): Line[] {
  const { entities, relations, heads, relationOf, tails, entityOf } = graph;
  const triples = Array.from(heads, (head, i): Line => {
    return ['triple', entities.ids[head], relations[relationOf[i]], entities.ids[tails[i]]];
  });
  const known = items.map((id, item): Line => ['entity', id, entities.ids[entityOf[item]]]);
  return [...triples, ...known.filter((_line, item) => entityOf[item] >= 0)];
}

function friendsOf({ users, friends }: Dataset): Line[] {
  const { from, to } = friends ?? { from: [], to: [] };
  return Array.from(from, (user, edge) => ['friend', users.ids[user], users.ids[to[edge]]]);
}
