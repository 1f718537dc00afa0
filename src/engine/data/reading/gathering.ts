import { createColumnTable, type ColumnTable } from './column-table';
import { createComplaints, type Complaints } from './complaints';
import { createDescribed, type Described } from './described';
import { createEventTable, type EventTable } from './event-table';
import { createFriendTable, type FriendTable } from './friend-table';
import { createGraphTable, type GraphTable } from './graph-table';
import { createInterner, type Interner } from './interner';
import type { Facts } from './items-file';
import { createTagTable, type TagTable } from './tag-table';

/** All that was gathered from the files so far. */
export interface Gathering {
  readonly users: Interner;
  readonly items: Interner;
  readonly events: EventTable;
  /** What else is said of each event. */
  readonly context: ColumnTable;
  readonly facts: Facts;
  /** What else is said of items. */
  readonly described: Described;
  readonly people: Described;
  readonly tags: TagTable;
  readonly graph: GraphTable;
  readonly friends: FriendTable;
  readonly complaints: Complaints;
  /** Data rows of the files of interactions. */
  rows: number;
  /** Those files, in the order in which they were read. */
  readonly parts: Part[];
}

/** A file among others: its line `n` has the place `linesBefore + n` in all of them. */
interface Part {
  readonly name: string;
  readonly linesBefore: number;
  lines: number;
}

export function createGathering(): Gathering {
  return {
    users: createInterner(),
    items: createInterner(),
    events: createEventTable(),
    context: createColumnTable(),
    facts: new Map(),
    described: createDescribed(),
    people: createDescribed(),
    tags: createTagTable(),
    graph: createGraphTable(),
    friends: createFriendTable(),
    complaints: createComplaints(),
    rows: 0,
    parts: [],
  };
}

/** Begins the file `name`; gives the function from its lines to their places in all files. */
export function startFile({ parts }: Gathering, name: string): (line: number) => number {
  const last = parts.at(-1);
  const linesBefore = last ? last.linesBefore + last.lines : 0;
  const part: Part = { name, linesBefore, lines: 0 };
  parts.push(part);
  return (line) => {
    part.lines = line;
    return linesBefore + line;
  };
}

/** The file and the line that have `place` in all files. */
export function placeOf({ parts }: Gathering, place: number): { file: string; line: number } {
  const part = parts.findLast(({ linesBefore }) => linesBefore < place);
  return { file: part?.name ?? '', line: place - (part?.linesBefore ?? 0) };
}
