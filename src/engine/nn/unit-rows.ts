import { randomBits } from '../../kernels/counter-random';
import { drawing } from '../../kernels/dropout/dropped';
import { toLists, type Lists, type ValuedLists } from '../../kernels/lists';
import { draw, type Dropout } from './dropout';

/**
 * Each list as a row of length 1, all of whose entries are equal. Dropout leaves a random
 * share of these out, and scales up the rest.
 */
export function unitRows({ offsets, indices }: Lists, dropout: Dropout | null): ValuedLists {
  const { rate, seed } = draw(dropout) ?? { rate: 0, seed: 0 };
  const { threshold, kept } = drawing(rate);
  const rows = Array.from(offsets.subarray(1), (end, row) => {
    const start = offsets[row];
    return indices
      .subarray(start, end)
      .filter((_index, place) => randomBits(seed, start + place) >= threshold);
  });
  const lists = toLists(rows);
  const values = new Float32Array(lists.indices.length);
  for (let row = 0; row < rows.length; row++) {
    const size = offsets[row + 1] - offsets[row];
    values.fill(kept / Math.sqrt(size), lists.offsets[row], lists.offsets[row + 1]);
  }
  return { lists, values };
}
