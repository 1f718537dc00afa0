import { failure } from '../../../errors';
import type { Source } from '../opening/source';
import type { EventTable } from './event-table';

/** What is read of a file at a time. */
export interface Step {
  readonly bytes: number;
  readonly rows: number;
}

/** Makes room for all events, by the step of a file that is about to be taken. */
export type Reserve = (step: Step) => void;

/** Bytes that an event takes while it is put in order, and what else there is with its share of it. */
const eventBytes = 40;
/** Share of a device's memory that a browser may well give to one page. */
const pageShare = 0.5;
/** Later lines may be shorter than those at the beginning by so much. */
const spareRoom = 1.3;
const lineFeed = 10;

/**
 * Makes room in `events` for as many as `files` seem to have by the first rows that are read; what
 * is read later changes nothing. A device has so many bytes of `memory`: before a page is ended for
 * want of it, much too much is refused. @throws MemoryError, and RangeError where there is no room
 */
export function reserver(events: EventTable, files: readonly Source[], memory = Infinity): Reserve {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const most = (memory * pageShare) / eventBytes;
  let isMade = false;
  return ({ bytes, rows }) => {
    if (isMade || rows === 0 || bytes === 0 || bytes >= size) return;
    isMade = true;
    const expected = (rows * size) / bytes;
    if (expected > most) throw tooMany(expected, most);
    events.reserve(Math.ceil(spareRoom * expected));
  };
}

function tooMany(expected: number, most: number): Error {
  const millions = (count: number): string => `${Math.round(count / 1e6)} million`;
  return failure(
    'MemoryError',
    `There are about ${millions(expected)} interactions, and this device has memory for ` +
      `${millions(most)}. Choose a smaller version of the data, or only some of the files.`,
  );
}

/** Lines that end in `bytes`. */
export function countLines(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => count + Number(byte === lineFeed), 0);
}
