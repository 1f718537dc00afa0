/** Takes the bytes of a file of interactions as they come. */
export interface ByteTaker {
  /** How many rows `bytes` completed. @throws InputError */
  push(bytes: Uint8Array): number;
  end(): number;
}

/** `second` after what was left of the piece before it. */
export function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
