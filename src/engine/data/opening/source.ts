/** Something to read: a file, what is packed in a file, or an entry of an archive. */
export interface Source {
  /** Without its folders, unless another has the same name. */
  readonly name: string;
  /** Bytes that it has when unpacked. */
  readonly size: number;
  /** Its bytes from the first on; whoever reads may stop before the last. */
  stream(): ReadableStream<Uint8Array>;
  /** The archive that it is in. */
  readonly archive?: string;
  /** Why it is left out unread, unless a person wants it. */
  readonly leftOut?: string;
}

/** The first bytes of `source`, at most so many. */
export async function readHead(source: Source, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const head = new Uint8Array(Math.min(most, source.size));
  const reader = source.stream().getReader();
  let filled = 0;
  while (filled < head.length) {
    const { done, value } = await reader.read();
    if (done) break;
    head.set(value.subarray(0, head.length - filled), filled);
    filled += Math.min(value.length, head.length - filled);
  }
  await reader.cancel().catch(() => undefined);
  return head.subarray(0, filled);
}
