import { isFailure } from '../errors';
import { appendVisit, clearVisits, listVisits } from '../storage/visits';
import type { LoggedEvent } from '../visitor-api';

/** What the visitor did. */
export interface Log {
  append(event: LoggedEvent): Promise<void>;
  /** Oldest first. */
  list(): Promise<readonly LoggedEvent[]>;
  clear(): Promise<void>;
}

const stored: Log = { append: appendVisit, list: listVisits, clear: clearVisits };

/**
 * A log that all tabs of the site share, and that outlives the visit. Where the browser keeps
 * nothing, as in a frame without an origin or in some private windows, it is kept in memory.
 */
export function createLog(): Log {
  let log = stored;
  const either = async <T>(work: (log: Log) => Promise<T>): Promise<T> => {
    try {
      return await work(log);
    } catch (error) {
      if (log !== stored || !isFailure(error, 'StorageError')) throw error;
      log = inMemory();
      return work(log);
    }
  };
  return {
    append: (event) => either((current) => current.append(event)),
    list: () => either((current) => current.list()),
    clear: () => either((current) => current.clear()),
  };
}

function inMemory(): Log {
  let events: readonly LoggedEvent[] = [];
  return {
    append: async (event) => void (events = [...events, event]),
    list: async () => events,
    clear: async () => void (events = []),
  };
}
