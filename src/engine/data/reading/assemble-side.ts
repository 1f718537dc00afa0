import { failure } from '../../../errors';
import type { Catalog } from '../dataset';
import type { NewItems } from '../new-items';
import type { FileKind, FilePlan } from '../plan';
import type { KnowledgeGraph, Side } from '../side';
import type { Vocabulary } from '../vocabulary';
import type { Complaints } from './complaints';
import type { Gathering } from './gathering';
import { factsOf } from './items-file';

/** The catalog of `items`. @throws InputError when tags are about none of them */
export function assembleCatalog(
  gathering: Gathering,
  plans: readonly FilePlan[],
  items: Vocabulary,
): Catalog {
  refuseStrangers(gathering, filesOf(plans, 'tags'), gathering.tags.items, items, 'items');
  return catalogOf(gathering, items.ids);
}

function catalogOf({ facts, described, tags }: Gathering, ids: readonly string[]): Catalog {
  return { ...factsOf(ids, facts), tags: tags.tags(ids), columns: described.columns(ids) };
}

/** What is known of `users` and between `items`. @throws InputError when a file is about none of them */
export function assembleSide(
  gathering: Gathering,
  plans: readonly FilePlan[],
  { users, items }: { readonly users: Vocabulary; readonly items: Vocabulary },
): Omit<Side, 'context'> {
  const { people, friends } = gathering;
  refuseStrangers(gathering, filesOf(plans, 'people'), people.ids, users, 'users');
  refuseStrangers(gathering, filesOf(plans, 'friends'), friends.people, users, 'users');
  const graph = assembleGraph(gathering, plans, items);
  return {
    people: people.columns(users.ids),
    friends: friends.edges((id) => users.find(id)),
    graph,
    newItems: assembleNewItems(gathering, items, graph !== null),
  };
}

/** So many new items are kept, the first in the files: more would crowd out those that are known. */
const mostNewItems = 2 ** 17;

/** What files say of items that nobody chose; null where that is nothing. */
function assembleNewItems(
  gathering: Gathering,
  items: Vocabulary,
  hasGraph: boolean,
): NewItems | null {
  const { facts, described, tags, graph, complaints } = gathering;
  const named = new Set([...facts.keys(), ...described.ids, ...tags.items, ...graph.linked]);
  const strange = [...named].filter((id) => items.find(id) < 0);
  const ids = strange.slice(0, mostNewItems);
  if (ids.length === 0) return null;
  if (ids.length < strange.length) {
    complaints.addCount('too-many-new', strange.length - ids.length);
  }
  const entityOf = hasGraph ? graph.entitiesOf(ids) : null;
  return { ids, ...catalogOf(gathering, ids), entityOf };
}

function assembleGraph(
  gathering: Gathering,
  plans: readonly FilePlan[],
  items: Vocabulary,
): KnowledgeGraph | null {
  const { graph, complaints } = gathering;
  const [triples, links] = [filesOf(plans, 'triples'), filesOf(plans, 'links')];
  if (triples.length + links.length === 0) return null;
  if (links.length === 0) {
    const remedy = 'Add the file that does (item, entity), or leave this one out.';
    throw failure(
      'InputError',
      `${named(triples)} does not say which item is which entity. ${remedy}`,
    );
  }
  if (triples.length === 0) {
    const remedy = 'Add the file of the graph (head, relation, tail), or leave this one out.';
    throw failure(
      'InputError',
      `${named(links)} links items to the entities of a graph. ${remedy}`,
    );
  }
  if (graph.triples === 0) throw nothingReadable(complaints, triples);
  refuseStrangers(gathering, links, graph.linked, items, 'items');
  return graph.graph(items.ids);
}

function filesOf(plans: readonly FilePlan[], kind: FileKind): readonly string[] {
  return plans.filter((plan) => plan.kind === kind).map(({ name }) => name);
}

/** A file about nobody, or nothing, in the interactions was read with the wrong columns, or is of other data. */
function refuseStrangers(
  { complaints }: Gathering,
  files: readonly string[],
  ids: readonly string[],
  known: Vocabulary,
  what: 'users' | 'items',
): void {
  if (files.length === 0 || ids.some((id) => known.find(id) >= 0)) return;
  if (ids.length === 0) throw nothingReadable(complaints, files);
  throw failure(
    'InputError',
    `None of the ${ids.length} ${what} in ${named(files)}, such as “${ids[0]}”, has an interaction. ` +
      `Check which column holds the ${what}, or leave the file out.`,
  );
}

/** What to say when not a row of `files` was of use. */
export function nothingReadable(
  complaints: Complaints,
  files: readonly string[],
  rows: number | null = null,
): Error {
  const first = complaints.firstIn(files);
  const place = first
    ? ` The first problem is in line ${first.line} of ${first.file}: “${first.text}” (${first.why}).`
    : '';
  const which = rows === null ? 'the rows' : `the ${rows} rows`;
  return failure(
    'InputError',
    `None of ${which} of ${named(files)} could be read.${place} Check what its columns hold.`,
  );
}

function named(files: readonly string[]): string {
  return files.join(', ');
}
