import { failure } from '../../errors';
import type { FilePlan } from './plan';
import { scanRow } from './reading/scan-row';

/** One row of a delimited file. */
export interface Row {
  readonly cells: readonly string[];
  /** The line on which it begins, counted from 1. */
  readonly line: number;
  /** Whether a quote stands where none may; what its cells hold is then a guess. */
  readonly stray: boolean;
}

/** Turns text that arrives in pieces into rows; where it was cut makes no difference. */
export interface RowReader {
  /** The rows that `text` completes. @throws InputError */
  push(text: string): Row[];
  /** What is left when there is no more text. */
  end(): Row[];
}

/** One that can be told that someone else has read some lines. */
export interface LineReader extends RowReader {
  /** Whether no row is under way. */
  readonly isBetweenRows: boolean;
  /** The number of the next line, or of that on which the row under way begins. */
  readonly line: number;
  /** Passes over lines that were not pushed; only between rows. */
  skip(lines: number): void;
}

/** Characters after which a line is not one of a table. */
const longestRow = 2 ** 20;

/**
 * Reads delimited text (RFC 4180), trusting no quote: one that is not properly
 * closed spoils the line it stands in, not what follows. Lines end in LF, CR or
 * CRLF; empty ones are passed over.
 */
export function createRowReader(plan: Pick<FilePlan, 'name' | 'delimiter'>): LineReader {
  const { name, delimiter } = plan;
  let rest = '';
  let line = 1;
  let width = 0;

  const read = (text: string, isLast: boolean): Row[] => {
    const rows: Row[] = [];
    let start = 0;
    while (start < text.length) {
      const scan = scanRow({ text, delimiter, isLast, width }, start);
      if (scan === null) break;
      const { cells, stray } = scan;
      const isBlank = cells.length === 1 && cells[0].trim() === '';
      if (!isBlank) rows.push({ cells, line, stray });
      width ||= isBlank ? 0 : cells.length;
      line += scan.lines;
      start = scan.next;
    }
    rest = text.slice(start);
    if (rest.length > longestRow) throw endlessLine(name, line);
    return rows;
  };

  return {
    push: (text) => read(rest + text, false),
    end: () => read(rest, true),
    get isBetweenRows() {
      return rest === '';
    },
    get line() {
      return line;
    },
    skip: (lines) => void (line += lines),
  };
}

function endlessLine(name: string, line: number): Error {
  const message = `Line ${line} of ${name} is over a million characters long, so this is no table. `;
  return failure('InputError', message + 'Choose a file with one interaction a line.');
}
