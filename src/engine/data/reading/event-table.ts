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
  /** What was added so far, in that order: views, not copies. */
  columns(): Columns;
}

const firstCapacity = 2 ** 12;

export function createEventTable(): EventTable {
  let size = 0;
  let table = allocate(firstCapacity);
  return {
    add({ user, item, value, time, row }) {
      if (size === table.userOf.length) table = grow(table);
      table.userOf[size] = user;
      table.itemOf[size] = item;
      table.values[size] = value;
      table.timestamps[size] = time;
      table.rows[size] = row;
      size++;
    },
    get size() {
      return size;
    },
    columns: () => ({
      userOf: table.userOf.subarray(0, size),
      itemOf: table.itemOf.subarray(0, size),
      values: table.values.subarray(0, size),
      timestamps: table.timestamps.subarray(0, size),
      rows: table.rows.subarray(0, size),
    }),
  };
}

function allocate(capacity: number): Columns {
  return {
    userOf: new Int32Array(capacity),
    itemOf: new Int32Array(capacity),
    values: new Float32Array(capacity),
    timestamps: new Float64Array(capacity),
    rows: new Int32Array(capacity),
  };
}

function grow(table: Columns): Columns {
  const larger = allocate(table.userOf.length * 2);
  larger.userOf.set(table.userOf);
  larger.itemOf.set(table.itemOf);
  larger.values.set(table.values);
  larger.timestamps.set(table.timestamps);
  larger.rows.set(table.rows);
  return larger;
}
