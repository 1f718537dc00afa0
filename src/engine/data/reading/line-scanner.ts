/** Finds the cells of one line after the other, in bytes whose text is an extension of ASCII. */
export interface LineScanner {
  /**
   * Looks at the line that begins at `at`. Gives one index past its end, or `unfinished` while
   * the end has not arrived, or `quoted` where a quote stands in it: its cells are then unknown.
   */
  scan(bytes: Uint8Array, at: number): number;
  /** Cells in the line, up to `width`. */
  readonly cells: number;
  /** Where each of the first `width` cells begins, and one past where it ends. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** One index past the line, without its line end. */
  readonly end: number;
}

export const [unfinished, quoted] = [-1, -2];

const [quote, lineFeed, carriageReturn] = [34, 10, 13];

export function createLineScanner(delimiter: string, width: number): LineScanner {
  const starts = new Int32Array(width);
  const ends = new Int32Array(width);
  const separator = delimiter.charCodeAt(0);
  const isPair = delimiter.length === 2;
  let [cells, end] = [0, 0];

  const close = (start: number, at: number): void => {
    if (cells === width) return;
    starts[cells] = start;
    ends[cells++] = at;
  };

  return {
    starts,
    ends,
    get cells() {
      return cells;
    },
    get end() {
      return end;
    },
    scan(bytes, from) {
      cells = 0;
      let start = from;
      for (let at = from; at < bytes.length; at++) {
        const code = bytes[at];
        if (code === separator && (!isPair || bytes[at + 1] === separator)) {
          close(start, at);
          if (isPair) at++;
          start = at + 1;
        } else if (code === lineFeed || code === carriageReturn) {
          close(start, at);
          end = at;
          if (code === lineFeed) return at + 1;
          if (at + 1 === bytes.length) return unfinished;
          return bytes[at + 1] === lineFeed ? at + 2 : at + 1;
        } else if (code === quote) return quoted;
      }
      return unfinished;
    },
  };
}
