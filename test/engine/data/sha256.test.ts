import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSha256 } from '../../../src/engine/data/sha256';
import { createRandom } from '../../../src/kernels/random';

const random = createRandom(5);
const bytes = Uint8Array.from({ length: 1000 }, () => random.below(256));

test('is what others compute, for every length around a block', () => {
  for (let length = 0; length < 200; length++) {
    const digest = createSha256();
    digest.add(bytes.subarray(0, length));
    const expected = createHash('sha256').update(bytes.subarray(0, length)).digest('hex');
    expect(digest.end()).toBe(expected);
  }
});

test('does not depend on how the bytes came', () => {
  const digest = createSha256();
  for (let from = 0; from < bytes.length;) {
    const to = Math.min(bytes.length, from + random.below(150));
    digest.add(bytes.subarray(from, to));
    from = to;
  }
  expect(digest.end()).toBe(createHash('sha256').update(bytes).digest('hex'));
});
