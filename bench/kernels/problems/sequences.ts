import { createRandom } from '../../../src/kernels/random';
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
  const histories = Array.from({ length: batch }, () =>
    Int32Array.from({ length: time + 1 }, () => random.below(items)),
  );
  const flat = (cut: (history: Int32Array) => Int32Array): Int32Array =>
    Int32Array.from(histories.flatMap((history) => Array.from(cut(history))));
  return {
    inputs: flat((history) => history.subarray(0, time)),
    targets: flat((history) => history.subarray(1)),
  };
}

/** Such histories as a dataset, of which so many batches are an epoch: with one, the same histories. */
export function sequenceDataset({ batch, time, items }: SequenceShape, batches: number) {
  const users = batch * batches;
  const { inputs, targets } = sequences({ batch: users, time, items });
  const length = users * (time + 1);
  const userOf = Int32Array.from({ length }, (_zero, event) => Math.floor(event / (time + 1)));
  const itemOf = Int32Array.from({ length }, (_zero, event) => {
    const [row, position] = [userOf[event], event % (time + 1)];
    return position < time ? inputs[row * time + position] : targets[row * time + time - 1];
  });
  return datasetOf({ userOf, itemOf }, users, items);
}
