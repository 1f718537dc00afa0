import { failure } from '../errors';

/**
 * As an error the page can name. When the GPU goes, TensorFlow.js does not say so:
 * its reads fail with words of the browser's own.
 */
export function lostDevice(cause: unknown): Error {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  if (
    !/device (was|is) lost|mapAsync|out of memory|memory access out of bounds/i.test(error.message)
  ) {
    return error;
  }
  return failure(
    'DeviceError',
    'The device that was computing went away or ran out of memory. Reload the page and go on from the last checkpoint, or choose smaller sizes.',
    cause,
  );
}
