import { write } from './database';

/**
 * Counts one more read of the test part of a split, and returns how many there
 * have been. A test that is read often is no longer a test, so the count outlives
 * the dataset: only deleting everything clears it.
 */
export async function countTestRead(splitHash: string): Promise<number> {
  let reads = 0;
  await write(['testReads'], async (transaction) => {
    const counts = transaction.objectStore('testReads');
    reads = ((await counts.get(splitHash)) ?? 0) + 1;
    await counts.put(reads, splitHash);
  });
  return reads;
}
