import { failure } from '../errors';

/** Whether the browser closed the connection behind our back, so that a fresh one may do. */
export function isConnectionLost(error: unknown): boolean {
  return (
    error instanceof DOMException &&
    (error.name === 'InvalidStateError' || error.name === 'UnknownError')
  );
}

/** Another tab would have to let go of the database first. */
export function blockedByOtherTab(): Error {
  return failure(
    'StorageError',
    'Palate is open in another tab that holds on to the stored data. Close that tab and try again.',
  );
}

/** Throws a StorageError for an error of the browser, and any other error unchanged. */
export function rethrow(error: unknown): never {
  if (!(error instanceof DOMException)) throw error;
  throw failure('StorageError', remedyFor(error.name), error);
}

function remedyFor(name: string): string {
  if (name === 'QuotaExceededError') {
    return 'There is no room left in the browser’s storage. Export a backup, then remove datasets or runs.';
  }
  if (name === 'VersionError') {
    return 'A newer version of Palate has stored data here. Reload the page to get it.';
  }
  return (
    `The browser could not store or read the data (${name}). Private windows often refuse; ` +
    'in an ordinary one, free some disk space and reload the page.'
  );
}
