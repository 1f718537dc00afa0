import { createRowReader, type Row, type RowReader } from '../csv';

/** Whether `text` is in the layout of the Netflix Prize: a film (`1:`), then who rated it, and when. */
export function looksLikeNetflix(text: string): boolean {
  return /^\s*\d+:\r?\n\d+,\d,\d{4}-/.test(text);
}

/** Reads that layout as a table of film, customer, rating and date, whose first row has those names. */
export function createNetflixReader(name: string): RowReader {
  const reader = createRowReader({ name, delimiter: ',' });
  const header: Row[] = [{ cells: ['movie', 'customer', 'rating', 'date'], line: 0, stray: false }];
  let movie = '';
  const read = (rows: readonly Row[]): Row[] => {
    const ratings = rows.flatMap((row) => {
      const [first] = row.cells;
      if (row.cells.length > 1 || !first.endsWith(':')) {
        return [{ ...row, cells: [movie, ...row.cells] }];
      }
      movie = first.slice(0, -1);
      return [];
    });
    return [...header.splice(0), ...ratings];
  };
  return { push: (text) => read(reader.push(text)), end: () => read(reader.end()) };
}
