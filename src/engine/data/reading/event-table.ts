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
  add(interaction: Interaction): void;
  readonly size: number;
  /** Hands over what was added, in that order; the table is empty then. */
  drain(): Columns;
}

/** A growing column: full blocks, and the one that is being filled. */
type Blocks<T> = T[];

/** Events in a block: a table of any size wastes less than this, and never copies itself to grow. */
const blockLength = 2 ** 18;

export function createEventTable(): EventTable {
  let size = 0;
  const userOf: Blocks<Int32Array> = [];
  const itemOf: Blocks<Int32Array> = [];
  const values: Blocks<Float32Array> = [];
  const timestamps: Blocks<Float64Array> = [];
  const rows: Blocks<Int32Array> = [];

  const addBlocks = (): void => {
    userOf.push(new Int32Array(blockLength));
    itemOf.push(new Int32Array(blockLength));
    values.push(new Float32Array(blockLength));
    timestamps.push(new Float64Array(blockLength));
    rows.push(new Int32Array(blockLength));
  };

  return {
    add({ user, item, value, time, row }) {
      const at = size % blockLength;
      if (at === 0) addBlocks();
      const last = userOf.length - 1;
      userOf[last][at] = user;
      itemOf[last][at] = item;
      values[last][at] = value;
      timestamps[last][at] = time;
      rows[last][at] = row;
      size++;
    },
    get size() {
      return size;
    },
    drain() {
      const columns = {
        userOf: join(userOf, new Int32Array(size)),
        itemOf: join(itemOf, new Int32Array(size)),
        values: join(values, new Float32Array(size)),
        timestamps: join(timestamps, new Float64Array(size)),
        rows: join(rows, new Int32Array(size)),
      };
      size = 0;
      return columns;
    },
  };
}

/** Moves `blocks` into `whole`, so that no more than one column is ever held twice. */
function join<T extends Int32Array | Float32Array | Float64Array>(blocks: Blocks<T>, whole: T): T {
  let from = 0;
  for (const block of blocks) {
    whole.set(block.subarray(0, whole.length - from), from);
    from += block.length;
  }
  blocks.length = 0;
  return whole;
}
