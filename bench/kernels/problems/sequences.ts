import type { Dataset } from '../../../src/engine/data/dataset';
import { createRandom, type Random } from '../../../src/kernels/random';
import { datasetOf } from './datasets';

export const sequenceSeed = 1;

/** Full histories: as many as a batch has rows, each one item longer than its inputs. */
export interface SequenceShape {
  readonly batch: number;
  readonly time: number;
  readonly items: number;
}

/** What each position reads and should guess: both `[batch · time]`, without padding. */
export function sequences({ batch, time, items }: SequenceShape): {
  readonly inputs: Int32Array;
  readonly targets: Int32Array;
} {
  const random = createRandom(sequenceSeed);
  const histories = Array.from({ length: batch }, () => drawHistory(random, time, items));
  return {
    inputs: flat(histories.map((history) => history.subarray(0, time))),
    targets: flat(histories.map((history) => history.subarray(1))),
  };
}

/** Such histories as a dataset, of which so many batches are an epoch: with one, the same histories. */
export function sequenceDataset(
  { batch, time, items, histories }: SequenceShape & { readonly histories: 'full' | 'ragged' },
  batches: number,
): Dataset {
  const random = createRandom(sequenceSeed);
  const chosen = Array.from({ length: batch * batches }, () => drawHistory(random, time, items));
  const shortest = 2; // one to read, and one to guess
  const lists =
    histories === 'full'
      ? chosen
      : chosen.map((history) => history.subarray(0, shortest + random.below(time)));
  const userOf = Int32Array.from(lists.flatMap((list, user) => Array.from(list, () => user)));
  return datasetOf({ userOf, itemOf: flat(lists) }, lists.length, items);
}

const drawHistory = (random: Random, time: number, items: number): Int32Array =>
  Int32Array.from({ length: time + 1 }, () => random.below(items));

const flat = (lists: readonly Int32Array[]): Int32Array =>
  Int32Array.from(lists.flatMap((list) => Array.from(list)));
