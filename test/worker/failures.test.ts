import { describe, expect, test } from 'vitest';
import { failure } from '../../src/errors';
import { around } from '../../src/worker/around';
import { named, naming } from '../../src/worker/failures';

/** What `work` throws. */
function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}

describe('no room in memory has a name, as this engine says it', () => {
  test.each([
    ['for a buffer', () => new ArrayBuffer(2 ** 52)],
    ['for a column', () => new Float64Array(2 ** 52)],
    ['for a list', () => new Array(-1)],
    ['for a text', () => 'a'.repeat(2 ** 29)],
  ])('%s', (_case, work) => {
    const cause = thrownBy(work);
    expect(cause).toBeInstanceOf(RangeError);
    expect(named(cause)).toMatchObject({ name: 'MemoryError', cause });
    expect(named(cause).message).toMatch(/fewer rows.*k-core/);
  });
});

test.each([
  ['RangeError', 'Array buffer allocation failed'],
  ['RangeError', 'Invalid typed array length: 9'],
  ['RangeError', 'Map maximum size exceeded'],
  ['InternalError', 'allocation size overflow'],
])('so it has where a browser says: %s: %s', (name, message) => {
  expect(named(Object.assign(new Error(message), { name })).name).toBe('MemoryError');
});

test('so has a device that is gone', () => {
  expect(named(new Error('mapAsync failed')).name).toBe('DeviceError');
});

test('what has a name, or is nothing known, stays what it is', () => {
  const known = failure('InputError', 'None of the 3 rows could be read.');
  expect(named(known)).toBe(known);
  const other = new RangeError('Maximum call stack size exceeded');
  expect(named(other)).toBe(other);
  expect(named('no error').message).toBe('no error');
});

test('calls answer as they did, and fail by name', async () => {
  const calls = around(
    {
      double: async (n: number) => 2 * n,
      fill: async (n: number) => new Float64Array(n).length,
    },
    naming,
  );
  expect(await calls.double(4)).toBe(8);
  await expect(calls.fill(2 ** 52)).rejects.toMatchObject({ name: 'MemoryError' });
});
