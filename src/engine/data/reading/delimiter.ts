import type { Row } from '../csv';
import { createReader, type Layout } from './row-reader';

/** What may stand between cells, the likeliest first. */
const delimiters = [',', '\t', ';', '::', '|'];

/** The rows of a text as one delimiter cuts it. */
export interface Table {
  readonly delimiter: string;
  readonly rows: readonly Row[];
  /** How many cells most rows have. */
  readonly width: number;
  /** Share of the rows that have so many, `[0, 1]`. */
  readonly agreement: number;
}

/** Reads `text` as `layout` says; a last row that may be incomplete is left out unless `isWhole`. */
export function readTable(text: string, layout: Layout, isWhole: boolean): Table {
  const reader = createReader(layout);
  return tableOf([...reader.push(text), ...(isWhole ? reader.end() : [])], layout.delimiter);
}

/** What most of `rows` have in common. */
export function tableOf(rows: readonly Row[], delimiter: string): Table {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  return { delimiter, rows, width, agreement: rows.length === 0 ? 0 : count / rows.length };
}

/**
 * Cuts `text` where it gives the most columns in which the most rows agree. A space only
 * parts numbers: it stands within titles.
 */
export function guessTable(text: string, isWhole: boolean): Table {
  const cutBy = (delimiter: string) => readTable(text, { name: 'The file', delimiter }, isWhole);
  const quality = ({ width, agreement }: Table): number => (width - 1) * agreement ** 2;
  const best = delimiters.map(cutBy).reduce((a, b) => (quality(b) > quality(a) ? b : a));
  if (best.width > 1) return best;
  const spaced = cutBy(' ');
  return spaced.rows.every(({ cells }) => cells.every(isNumber)) ? spaced : best;
}

function isNumber(cell: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(cell);
}
