import type { Source } from '../opening/source';
import type { EventTable } from './event-table';

/** What is read of a file at a time. */
export interface Step {
  readonly bytes: number;
  readonly rows: number;
}

/** Makes room for all events, by the step of a file that is about to be taken. */
export type Reserve = (step: Step) => void;

/** Later lines may be shorter than those at the beginning by so much. */
const spareRoom = 1.3;
const lineFeed = 10;

/**
 * Makes room in `events` for as many as `files` seem to have by the first rows that are read; what
 * is read later changes nothing. @throws RangeError where there is no room, before much is read
 */
export function reserver(events: EventTable, files: readonly Source[]): Reserve {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  return ({ bytes, rows }) => {
    if (rows === 0 || bytes === 0 || bytes >= size) return;
    events.reserve(Math.ceil((spareRoom * rows * size) / bytes));
  };
}

/** Lines that end in `bytes`. */
export function countLines(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => count + Number(byte === lineFeed), 0);
}
