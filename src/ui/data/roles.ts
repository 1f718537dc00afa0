import type { FilePlan, FilePreview, NamedColumn, Role } from '../../api';

/** What a person can say of a column: its role, or that it is to be kept by its name. */
export type Use = Role | 'feature';
type Kind = FilePlan['kind'];

/** What the columns of a file of each kind can hold; in the order in which they are offered. */
export const uses: Readonly<Record<Kind, readonly Use[]>> = {
  interactions: ['user', 'item', 'value', 'time', 'title', 'year', 'genres', 'feature'],
  items: ['item', 'title', 'year', 'genres', 'feature'],
  people: ['user', 'feature'],
  tags: ['item', 'tag'],
  triples: ['head', 'relation', 'tail'],
  links: ['item', 'entity'],
  friends: ['user', 'friend'],
  personal: [],
  unknown: [],
};

/** All columns of a file, by the names they go by; one without gets that of its number, from 1. */
export function columnsOf(
  { plan, columns, rows }: FilePreview,
  nameOf: (number: number) => string,
): readonly NamedColumn[] {
  const kept = new Map(plan.features?.map(({ name, column }) => [column, name]));
  const width = Math.max(columns.length, ...rows.map((row) => row.length), 0);
  return Array.from({ length: width }, (_column, column) => ({
    name: kept.get(column) || columns[column] || nameOf(column + 1),
    column,
  }));
}

/** What `column` holds, by `plan`; 0/1 columns of genres all hold genres. */
export function useOf({ roles, genreFlags, features }: FilePlan, column: number): Use | undefined {
  const entry = Object.entries(roles).find(([, at]) => at === column);
  if (entry) return entry[0] as Role;
  if (features?.some((feature) => feature.column === column)) return 'feature';
  const from = roles.genres;
  const isFlag =
    genreFlags && from !== undefined && column > from && column < from + genreFlags.length;
  return isFlag ? 'genres' : undefined;
}

/** `plan` with `use` for the column of that name; without a use the column is not read. */
export function withUse(
  { roles, features = [] }: FilePlan,
  { name, column }: NamedColumn,
  use: Use | undefined,
): Pick<Required<FilePlan>, 'roles' | 'features'> {
  const others = Object.entries(roles).filter(([role, at]) => at !== column && role !== use);
  const kept = features.filter((feature) => feature.column !== column);
  return use === 'feature'
    ? { roles: Object.fromEntries(others), features: [...kept, { name, column }] }
    : { roles: Object.fromEntries(use ? [...others, [use, column]] : others), features: kept };
}

/** Where a file of each kind has its columns if a person has to say what it is. */
const typical: Readonly<Partial<Record<Kind, FilePlan['roles']>>> = {
  people: { user: 0 },
  tags: { item: 1, tag: 2 },
  triples: { head: 0, relation: 1, tail: 2 },
  links: { item: 0, entity: 1 },
  friends: { user: 0, friend: 1 },
};

/** A file with `columns` of these names as one of `kind`; of people everything is kept by name. */
export function asKind(
  { roles, features = [] }: FilePlan,
  kind: Kind,
  columns: readonly NamedColumn[],
): Pick<Required<FilePlan>, 'kind' | 'roles' | 'features'> {
  const shared = Object.entries(roles).filter(([role]) => uses[kind].includes(role as Role));
  return {
    kind,
    roles: typical[kind] ?? Object.fromEntries(shared),
    features: kind === 'people' ? columns.filter(({ column }) => column > 0) : features,
  };
}
