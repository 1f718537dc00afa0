import { failure } from '../../../errors';

/** A piece of a file's text, and how many bytes it was. */
export interface TextPiece {
  readonly text: string;
  readonly bytes: number;
}

/**
 * The text of `file`, piece by piece as it streams from the disk. Bytes that mean
 * nothing in `encoding` become U+FFFD. @throws InputError, AbortError
 */
export async function* readText(
  file: File,
  encoding: string,
  signal: AbortSignal,
): AsyncGenerator<TextPiece> {
  const decoder = new TextDecoder(encoding);
  const reader = file.stream().getReader();
  try {
    for (;;) {
      refuseIfAborted(signal);
      const { done, value } = await readPiece(reader, file.name);
      if (done) break;
      yield { text: decoder.decode(value, { stream: true }), bytes: value.length };
    }
    yield { text: decoder.decode(), bytes: 0 };
  } finally {
    await reader.cancel();
  }
}

async function readPiece(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  name: string,
): Promise<ReadableStreamReadResult<Uint8Array>> {
  try {
    return await reader.read();
  } catch (cause) {
    const message = `${name} could not be read: it may have been moved or changed. Choose it again.`;
    throw failure('InputError', message, cause);
  }
}

/** @throws AbortError */
export function refuseIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw failure('AbortError', 'The import was stopped.');
}
