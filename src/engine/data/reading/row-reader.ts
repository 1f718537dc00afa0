import { createRowReader, type Row, type RowReader } from '../csv';
import type { FilePlan } from '../plan';
import { createJsonReader } from './json-reader';
import { createNetflixReader } from './netflix-reader';

/** What a reader of rows has to know of a file. */
export type Layout = Pick<FilePlan, 'name' | 'delimiter' | 'format' | 'keys' | 'width'>;

/** The reader of a text in the format of a file: the rows of all formats are alike. */
export function createReader(layout: Layout): RowReader {
  if (layout.format === 'json') return createJsonReader(layout);
  if (layout.format === 'netflix') return createNetflixReader(layout.name);
  const reader = createRowReader(layout);
  const { width, delimiter } = layout;
  if (width === undefined) return reader;
  const join = (row: Row) => joinTail(row, width, delimiter);
  return { push: (text) => reader.push(text).map(join), end: () => reader.end().map(join) };
}

/** `row` with what is beyond its last column in that one: a title with commas, without quotes. */
export function joinTail(row: Row, width: number, delimiter: string): Row {
  if (row.cells.length <= width) return row;
  const last = row.cells.slice(width - 1).join(delimiter);
  return { ...row, cells: [...row.cells.slice(0, width - 1), last] };
}
