import type { Interner } from './interner';

/** Finds the indices of ids by their bytes, so that only an id never met before becomes text. */
export interface ByteIds {
  /** The index of the id in `bytes` from `from` to `to - 1`. */
  index(bytes: Uint8Array, from: number, to: number): number;
}

/** What is remembered: entry `e` has the bytes `starts[e] … starts[e + 1] - 1` of `pool`. */
interface Known {
  readonly pool: Uint8Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  /** One more than the entry at each place of the hash table, 0 where there is none. */
  readonly slots: Int32Array;
}

const [firstPool, firstEntries] = [2 ** 14, 2 ** 10];

/** `meet` gives the index of an id that was not met before, or -1, which is not remembered. */
export function createByteIds(meet: (bytes: Uint8Array) => number): ByteIds {
  let known = allocate(firstPool, firstEntries);
  let entries = 0;

  const remember = (bytes: Uint8Array, index: number, slot: number): void => {
    const start = known.starts[entries];
    known.pool.set(bytes, start);
    known.starts[entries + 1] = start + bytes.length;
    known.indices[entries] = index;
    known.slots[slot] = ++entries;
    if (entries === known.indices.length) known = grow(known, entries);
  };

  return {
    index(bytes, from, to) {
      const mask = known.slots.length - 1;
      let slot = hash(bytes, from, to) & mask;
      for (; known.slots[slot] !== 0; slot = (slot + 1) & mask) {
        const entry = known.slots[slot] - 1;
        if (isAt(known, entry, bytes, from, to)) return known.indices[entry];
      }
      const id = bytes.subarray(from, to);
      const index = meet(id);
      if (known.starts[entries] + id.length > known.pool.length) {
        known = { ...known, pool: enlarge(known.pool, id.length) };
      }
      if (index >= 0) remember(id, index, slot);
      return index;
    },
  };
}

/** The indices that `ids` gives to ids, by their bytes, of which `textOf` makes text; -1 for an empty one. */
export function internBytes(ids: Interner, textOf: (bytes: Uint8Array) => string): ByteIds {
  return createByteIds((bytes) => {
    const id = textOf(bytes).trim();
    return id === '' ? -1 : ids.index(id);
  });
}

function allocate(bytes: number, entries: number): Known {
  return {
    pool: new Uint8Array(bytes),
    starts: new Int32Array(entries + 1),
    indices: new Int32Array(entries),
    slots: new Int32Array(2 * entries),
  };
}

/** Twice as many entries, all of them hashed anew. */
function grow({ pool, starts, indices }: Known, entries: number): Known {
  const larger = { ...allocate(0, 2 * entries), pool };
  larger.starts.set(starts);
  larger.indices.set(indices);
  const mask = larger.slots.length - 1;
  for (let entry = 0; entry < entries; entry++) {
    let slot = hash(pool, starts[entry], starts[entry + 1]) & mask;
    while (larger.slots[slot] !== 0) slot = (slot + 1) & mask;
    larger.slots[slot] = entry + 1;
  }
  return larger;
}

function enlarge(pool: Uint8Array, more: number): Uint8Array {
  const larger = new Uint8Array(2 * (pool.length + more));
  larger.set(pool);
  return larger;
}

/** FNV-1a, its high bits mixed into the low ones: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(bytes: Uint8Array, from: number, to: number): number {
  let bits = 0x811c9dc5;
  for (let at = from; at < to; at++) bits = Math.imul(bits ^ bytes[at], 0x01000193);
  return bits ^ (bits >>> 15);
}

function isAt(
  { pool, starts }: Known,
  entry: number,
  bytes: Uint8Array,
  from: number,
  to: number,
): boolean {
  const start = starts[entry];
  if (starts[entry + 1] - start !== to - from) return false;
  for (let at = from; at < to; at++) if (pool[start + at - from] !== bytes[at]) return false;
  return true;
}
