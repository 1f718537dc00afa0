import { failure, isFailure } from '../../../errors';
import type { Source } from '../opening/source';

/** A piece of a file's text, and how many bytes it was. */
export interface TextPiece {
  readonly text: string;
  readonly bytes: number;
}

/** Bytes decoded at once: some milliseconds of work. Some streams come in one piece. */
const pieceBytes = 2 ** 17;

/**
 * The text of `file`, piece by piece as it streams from the disk. Bytes that mean
 * nothing in `encoding` become U+FFFD. @throws InputError, AbortError
 */
export async function* readText(
  file: Source,
  encoding: string,
  signal: AbortSignal,
): AsyncGenerator<TextPiece> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of readPieces(file, signal)) {
    yield { text: decoder.decode(piece, { stream: true }), bytes: piece.length };
  }
  yield { text: decoder.decode(), bytes: 0 };
}

/** The bytes of `file`, piece by piece as they stream from the disk. @throws InputError, AbortError */
export async function* readPieces(file: Source, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const bytes of readBytes(file)) {
    for (let from = 0; from < bytes.length; from += pieceBytes) {
      refuseIfAborted(signal);
      yield bytes.subarray(from, from + pieceBytes);
    }
  }
}

/** @throws AbortError */
export function refuseIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw failure('AbortError', 'The import was stopped.');
}

/** The stream of `file`: Safari cannot iterate over one yet. */
async function* readBytes(file: Source): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(refuseUnreadable(file));
      if (done) return;
      yield value;
    }
  } finally {
    // A stream that failed refuses to be cancelled too, and need not be.
    await reader.cancel().catch(() => undefined);
  }
}

/** What to do with what a browser throws when `file` is gone. @throws InputError */
export function refuseUnreadable({ name }: Source): (cause: unknown) => never {
  return (cause) => {
    if (isFailure(cause, 'InputError')) throw cause;
    const remedy = 'it may have been moved or changed. Choose it again.';
    throw failure('InputError', `${name} could not be read: ${remedy}`, cause);
  };
}
