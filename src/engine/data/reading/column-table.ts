import type { Column } from '../side';
import { parseNumber } from './cells';
import { createInterner, type Interner } from './interner';

/** Columns that grow as cells arrive, by name. */
export interface ColumnTable {
  /**
   * Puts `cell` into the column `name`; what a row said first stands. False, once, for
   * the cell with which a column holds too many different texts: it is then left out.
   */
  set(row: number, name: string, cell: string): boolean;
  /** Whether nothing was put into it. */
  readonly isEmpty: boolean;
  /** The columns, with the row that each of `rows` says, or nothing where it is -1. */
  columns(rows: Int32Array): readonly Column[];
}

interface Growing {
  readonly values: Interner;
  readonly cells: number[];
  texts: number;
  dropped: boolean;
}

/** Different texts in a column of interactions: with more, it holds names or prose. */
const mostTexts = 2 ** 14;
const unknown = /^(|null|nan|n\/a|\\n)$/i;

export function createColumnTable(): ColumnTable {
  const table = new Map<string, Growing>();
  const columnOf = (name: string): Growing => {
    const found = table.get(name) ?? startColumn();
    table.set(name, found);
    return found;
  };
  return {
    set(row, name, cell) {
      const column = columnOf(name);
      const text = cell.trim();
      if (column.dropped || unknown.test(text)) return true;
      const { values, cells } = column;
      const known = values.ids.length;
      const value = values.index(text);
      if (value === known && Number.isNaN(parseNumber(text))) column.texts++;
      while (cells.length <= row) cells.push(-1);
      if (cells[row] < 0) cells[row] = value;
      column.dropped = column.texts > mostTexts;
      return !column.dropped;
    },
    get isEmpty() {
      return table.size === 0;
    },
    columns: (rows) =>
      [...table]
        .filter(([, { values, dropped }]) => values.ids.length > 0 && !dropped)
        .map(([name, { values, cells }]) => ({
          name,
          values: values.ids,
          cells: rows.map((row) => cells[row] ?? -1),
        })),
  };
}

function startColumn(): Growing {
  return { values: createInterner(), cells: [], texts: 0, dropped: false };
}
