/** The text at hand. */
export interface Source {
  readonly text: string;
  readonly delimiter: string;
  /** Whether the file ends with `text`. */
  readonly isLast: boolean;
  /** Cells in the first row; 0 before it. */
  readonly width: number;
}

/** A row as it was found, and what follows it. */
export interface Scan {
  readonly cells: string[];
  readonly stray: boolean;
  /** Line ends in it, its own included. */
  readonly lines: number;
  /** One index past the row's line end. */
  readonly next: number;
}

interface Cell {
  readonly content: string;
  readonly stray: boolean;
  /** Line ends in it. */
  readonly lines: number;
  /** One index past the cell. */
  readonly end: number;
}

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;
const lineEnd = /\r\n?|\n/;

/** Characters after which a quote that was never closed counts as a stray one. */
const longestCell = 2 ** 16;

/**
 * The row at `start`, or null while its end has not arrived. A quoted cell that
 * is never properly closed is a stray quote: the line it opens in is then cut at
 * every delimiter, and what follows is read afresh.
 */
export function scanRow(source: Source, start: number): Scan | null {
  const { text, delimiter, isLast } = source;
  const separator = delimiter.charCodeAt(0);
  const cells: string[] = [];
  let from = start;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return scanQuotedRow(source, start);
    if (code === lineFeed || code === carriageReturn) {
      cells.push(text.slice(from, at));
      const next = afterLineEnd(source, at);
      return next === null ? null : { cells, stray: false, lines: 1, next };
    }
    if (code === separator && text.startsWith(delimiter, at)) {
      cells.push(text.slice(from, at));
      from = at + delimiter.length;
      at = from - 1;
    }
  }
  if (!isLast) return null;
  cells.push(text.slice(from));
  return { cells, stray: false, lines: 1, next: text.length };
}

function scanQuotedRow(source: Source, start: number): Scan | null {
  const { text, delimiter } = source;
  const cells: string[] = [];
  let at = start;
  let stray = false;
  let lines = 1;
  for (;;) {
    const cell = scanCell(source, at);
    if (cell === 'unfinished') return null;
    if (cell === 'broken') return scanLiterally(source, start);
    cells.push(cell.content);
    stray ||= cell.stray;
    lines += cell.lines;
    if (!text.startsWith(delimiter, cell.end)) {
      const next = afterLineEnd(source, cell.end);
      return next === null ? null : { cells, stray, lines, next };
    }
    at = cell.end + delimiter.length;
  }
}

/** The line at `start` cut at every delimiter, whatever its quotes say. */
function scanLiterally(source: Source, start: number): Scan | null {
  const { text, delimiter } = source;
  let end = start;
  while (end < text.length && !isLineEnd(text, end)) end++;
  const next = afterLineEnd(source, end);
  if (next === null) return null;
  const cells = text.slice(start, end).split(delimiter);
  return { cells: cells.map(withoutQuotes), stray: true, lines: 1, next };
}

function scanCell(source: Source, start: number): Cell | 'unfinished' | 'broken' {
  const { text, delimiter } = source;
  const open = skipSpaces(text, start);
  if (text.charCodeAt(open) === quote) return scanQuotedCell(source, open + 1);
  let end = start;
  while (end < text.length && !isLineEnd(text, end) && !text.startsWith(delimiter, end)) end++;
  const content = text.slice(start, end);
  return { content, stray: content.includes('"'), lines: 0, end };
}

function scanQuotedCell(source: Source, start: number): Cell | 'unfinished' | 'broken' {
  const { text, delimiter, isLast } = source;
  const close = findClosingQuote(text, start);
  if (close - start > longestCell) return 'broken';
  const end = skipSpaces(text, close + 1);
  if (!isLast && end + delimiter.length > text.length) return 'unfinished';
  if (close === text.length) return 'broken';
  const isClosed = end === text.length || isLineEnd(text, end) || text.startsWith(delimiter, end);
  if (!isClosed) return 'broken';
  const quoted = text.slice(start, close);
  const content = quoted.includes('"') ? quoted.replaceAll('""', '"') : quoted;
  const isOneLine = !content.includes('\n') && !content.includes('\r');
  if (isOneLine) return { content, stray: false, lines: 0, end };
  const lines = content.split(lineEnd);
  if (swallowRows(lines, source)) return 'broken';
  return { content, stray: false, lines: lines.length - 1, end };
}

/**
 * Whether the lines of a cell hold nothing but whole rows between the first and
 * the last: two stray quotes, far apart, look like that.
 */
function swallowRows(lines: readonly string[], { delimiter, width }: Source): boolean {
  const between = lines.slice(1, -1);
  return between.length > 0 && between.every((line) => line.split(delimiter).length === width);
}

/** The quote that ends the cell, or the end of the text. */
function findClosingQuote(text: string, start: number): number {
  let at = text.indexOf('"', start);
  while (at >= 0 && text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2);
  return at < 0 ? text.length : at;
}

/** One index past the line end at `at`, or null while it cannot be known. */
function afterLineEnd({ text, isLast }: Source, at: number): number | null {
  const isPair = text.charCodeAt(at) === carriageReturn && text.charCodeAt(at + 1) === lineFeed;
  const next = at + (isPair ? 2 : 1);
  if (isLast) return Math.min(next, text.length);
  const isWhole = next < text.length || text.charCodeAt(next - 1) === lineFeed;
  return isWhole ? next : null;
}

function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === lineFeed || code === carriageReturn;
}

function skipSpaces(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === 32) at++;
  return at;
}

function withoutQuotes(cell: string): string {
  return cell.replace(/^"(.*)"$/, '$1');
}
