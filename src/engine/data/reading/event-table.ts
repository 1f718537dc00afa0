import type { Columns } from '../dataset';

/** One interaction, with indices in place of ids. */
export interface Interaction {
  readonly user: number;
  readonly item: number;
  readonly value: number;
  /** ms since the epoch, NaN where unknown */
  readonly time: number;
  /** Its place in the files. */
  readonly row: number;
}

/** Columns that grow as interactions are added. */
export interface EventTable {
  /** Makes room for so many, which costs no memory before it is filled. To be called before the first. */
  reserve(events: number): void;
  add(interaction: Interaction): void;
  readonly size: number;
  /** Hands over what was added, in that order; the table is empty then. */
  drain(): Columns;
}

/** A growing column: full blocks, and the one that is being filled. */
type Blocks<T> = T[];

/** Events in a block beyond the room that was reserved: a table never copies itself to grow. */
const blockLength = 2 ** 18;

export function createEventTable(): EventTable {
  let [size, filled, room] = [0, 0, 0];
  const userOf: Blocks<Int32Array> = [];
  const itemOf: Blocks<Int32Array> = [];
  const values: Blocks<Float32Array> = [];
  const timestamps: Blocks<Float64Array> = [];
  const rows: Blocks<Int32Array> = [];

  const addBlocks = (length: number): void => {
    userOf.push(new Int32Array(length));
    itemOf.push(new Int32Array(length));
    values.push(new Float32Array(length));
    timestamps.push(new Float64Array(length));
    rows.push(new Int32Array(length));
    [filled, room] = [0, length];
  };

  return {
    reserve(events) {
      if (userOf.length === 0) addBlocks(events);
    },
    add({ user, item, value, time, row }) {
      if (filled === room) addBlocks(blockLength);
      const last = userOf.length - 1;
      userOf[last][filled] = user;
      itemOf[last][filled] = item;
      values[last][filled] = value;
      timestamps[last][filled] = time;
      rows[last][filled] = row;
      filled++;
      size++;
    },
    get size() {
      return size;
    },
    drain() {
      const columns = {
        userOf: join(userOf, size, Int32Array),
        itemOf: join(itemOf, size, Int32Array),
        values: join(values, size, Float32Array),
        timestamps: join(timestamps, size, Float64Array),
        rows: join(rows, size, Int32Array),
      };
      [size, filled, room] = [0, 0, 0];
      return columns;
    },
  };
}

/**
 * The first `size` cells of `blocks`, which are given up: in place where there is one block, else
 * copied, so that no more than one column is ever held twice.
 */
function join<T extends Int32Array | Float32Array | Float64Array>(
  blocks: Blocks<T>,
  size: number,
  Column: new (length: number) => T,
): T {
  const [first, ...others] = blocks.splice(0);
  if (first && others.length === 0) return first.subarray(0, size) as T;
  const whole = new Column(size);
  let from = 0;
  for (const block of first ? [first, ...others] : []) {
    whole.set(block.subarray(0, size - from), from);
    from += block.length;
  }
  return whole;
}
