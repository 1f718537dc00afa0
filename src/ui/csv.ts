/** What a cell can hold; null is left empty. */
export type Cell = string | number | null;

/** What spreadsheets take for the beginning of a formula. */
const formula = /^[=+\-@\t\r]/;

/**
 * Rows as a CSV file, RFC 4180, the `names` of the columns first. Text that a spreadsheet would
 * run as a formula has an apostrophe before it (CWE-1236); numbers are left alone.
 */
export function toCsv(names: readonly string[], rows: readonly (readonly Cell[])[]): Blob {
  const lines = [names, ...rows].map((row) => `${row.map(written).join(',')}\r\n`);
  // By the mark at its beginning, spreadsheets know that it is UTF-8.
  return new Blob(['\ufeff', ...lines], { type: 'text/csv' });
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
