/** Text that leaves as UTF-8, some thousand bytes at a time, without strings for what needs none. */
export interface TextSink {
  text(text: string): void;
  /** A whole number from 0 up, which a double holds exactly. */
  integer(value: number): void;
  /** What is UTF-8 already. */
  bytes(source: Uint8Array, from: number, to: number): void;
  /** Gives away what has gathered. */
  flush(): void;
}

const bufferBytes = 2 ** 16;
/** Characters for which an encoder is not worth its while. */
const shortText = 32;
/** Bytes that the largest whole number has. */
const integerBytes = 16;

/** `take` must have done with the bytes when it returns. */
export function createTextSink(take: (bytes: Uint8Array) => void): TextSink {
  const encoder = new TextEncoder();
  const buffer = new Uint8Array(bufferBytes);
  let filled = 0;

  const flush = (): void => {
    if (filled > 0) take(buffer.subarray(0, filled));
    filled = 0;
  };
  const makeRoom = (bytes: number): void => {
    if (filled + bytes > bufferBytes) flush();
  };

  /** Writes a short text up to the first character beyond ASCII; gives how many it wrote. */
  const writeAscii = (text: string): number => {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 127) return i;
      buffer[filled++] = code;
    }
    return text.length;
  };

  return {
    flush,
    text(text) {
      if (text.length <= shortText) makeRoom(shortText);
      let rest = text.length > shortText ? text : text.slice(writeAscii(text));
      while (rest !== '') {
        makeRoom(Math.min(3 * rest.length, bufferBytes));
        const { read, written } = encoder.encodeInto(rest, buffer.subarray(filled));
        filled += written;
        rest = rest.slice(read);
      }
    },
    integer(value) {
      makeRoom(integerBytes);
      let digits = 1;
      for (let power = 10; power <= value; power *= 10) digits++;
      let rest = value;
      for (let at = filled + digits - 1; at >= filled; at--) {
        const more = Math.floor(rest / 10);
        buffer[at] = 48 + rest - 10 * more;
        rest = more;
      }
      filled += digits;
    },
    bytes(source, from, to) {
      if (to - from > bufferBytes) {
        flush();
        take(source.subarray(from, to));
        return;
      }
      makeRoom(to - from);
      for (let at = from; at < to; at++) buffer[filled++] = source[at];
    },
  };
}
