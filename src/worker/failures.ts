import { failure } from '../errors';

/** What browsers say when they find no room for an array, a text or a table. */
const noRoom =
  /array buffer allocation failed|invalid (typed )?array (buffer )?length|invalid string length|(map|set) maximum size exceeded|allocation size overflow|could not allocate memory/i;
/** When the GPU goes, TensorFlow.js does not say so: its reads fail with words of the browser's own. */
const noDevice = /device (was|is) lost|mapAsync|out of memory|memory access out of bounds/i;

/** `cause` as an error that the page can name; one that is no known failure of a browser as it is. */
export function named(cause: unknown): Error {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  if (noRoom.test(error.message)) {
    return failure(
      'MemoryError',
      'The browser found no room in memory for so much at once. Take less: fewer rows, or only users and items with more of them (k-core).',
      cause,
    );
  }
  if (!noDevice.test(error.message)) return error;
  return failure(
    'DeviceError',
    'The device that was computing went away or ran out of memory. Reload the page and go on from the last checkpoint, or choose smaller sizes.',
    cause,
  );
}

/** What `call` answers. @throws what it throws, named */
export async function naming<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    throw named(cause);
  }
}
