/** What to do while bytes come in. */
export interface Watch {
  /** Sees each piece. @throws InputError to stop */
  readonly check?: (piece: Uint8Array) => void;
  /** The error to give in place of what went wrong. */
  readonly explain: (cause: unknown) => Error;
}

/** `stream` with its pieces checked, and its failures explained. */
export function watched(
  stream: ReadableStream<Uint8Array>,
  { check = () => undefined, explain }: Watch,
): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read().catch((cause) => {
        throw explain(cause);
      });
      if (done) return controller.close();
      check(value);
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
