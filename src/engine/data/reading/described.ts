import type { Row } from '../csv';
import type { NamedColumn } from '../plan';
import type { Column } from '../side';
import { createColumnTable } from './column-table';
import { createInterner } from './interner';

/** What files say of people, or of items, by id. */
export interface Described {
  /** Those of whom anything was said. */
  readonly ids: readonly string[];
  note(id: string, features: readonly NamedColumn[], row: Row): void;
  /** One column for each name, with a cell for each of `ids`. */
  columns(ids: readonly string[]): readonly Column[];
}

export function createDescribed(): Described {
  const known = createInterner();
  const table = createColumnTable();
  return {
    ids: known.ids,
    note(id, features, { cells }) {
      const row = known.index(id);
      for (const { name, column } of features) table.set(row, name, cells[column] ?? '');
    },
    columns: (ids) => table.columns(Int32Array.from(ids, (id) => known.find(id))),
  };
}
