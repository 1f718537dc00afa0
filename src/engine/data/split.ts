import { failure, isFailure } from '../../errors';
import { byTime, dealByUser, leastHistory, leaveOneOut } from './parts';
import type { Scale } from './prepare';
import { filterEvents, type Dataset } from './dataset';
import { holdoutsOf, type Cold, type Holdout } from './holdouts';

/** What splits once. */
export type SplitName = 'temporal' | 'leave-one-out' | 'random';
export type ProtocolName = SplitName | 'k-fold';

/** What to learn from, what to choose by, and what to report on. */
export interface Split {
  readonly protocol: ProtocolName;
  readonly seed: number;
  /** The ratings that the values -1 and 1 stand for. */
  readonly scale: Scale;
  /** `[events]` of the whole dataset: 0 train, 1 validation, 2 test. */
  readonly parts: Uint8Array;
  readonly train: Dataset;
  readonly validation: readonly Holdout[];
  readonly test: readonly Holdout[];
  /** What of the test concerns newcomers, people or items. */
  readonly cold: Cold;
}

/** Users who must have earlier history at the cut, for a split by time to be worth reading. */
const enoughTestUsers = 500;

/** How each protocol assigns events to parts. To add one: its function, and a line here. */
const protocols: Readonly<Record<SplitName, (dataset: Dataset, seed: number) => Uint8Array>> = {
  temporal: byTime,
  'leave-one-out': leaveOneOut,
  random: (dataset, seed) => dealByUser(dataset, { validation: 0.1, test: 0.1 }, seed),
};

/**
 * Splits by `protocol`; `auto` is by time where at least 500 test users have earlier
 * history, else leave one out, else (without times) random. The values of `dataset` are
 * preferences, and `scale` the ratings that -1 and 1 stand for. @throws DataError
 */
export function splitDataset(
  dataset: Dataset,
  protocol: SplitName | 'auto',
  seed: number,
  scale: Scale = [-1, 1],
): Split {
  const split = (name: SplitName): Split => {
    refuseTimeless(dataset, name);
    const parts = protocols[name](dataset, seed);
    return splitByParts(dataset, parts, { protocol: name, seed, scale });
  };
  if (protocol !== 'auto') return checked(split(protocol));
  if (!hasTimes(dataset)) return checked(split('random'));
  const temporal = split('temporal');
  if (temporal.test.length >= enoughTestUsers) return checked(temporal);
  return checked(split('leave-one-out'));
}

/**
 * Whether `auto` finds something to hold back for a test: wherever one user has interactions
 * enough; where nobody has, few are left, and it is tried.
 */
export function canBeTested(dataset: Dataset): boolean {
  const { offsets } = dataset;
  if (offsets.some((from, user) => offsets[user + 1] - from >= leastHistory)) return true;
  try {
    splitDataset(dataset, 'auto', 1);
    return true;
  } catch (error) {
    if (isFailure(error, 'DataError')) return false;
    throw error;
  }
}

/** Whether any interaction has a known time. */
export function hasTimes({ timestamps }: Dataset): boolean {
  return timestamps.some((time) => !Number.isNaN(time));
}

function refuseTimeless(dataset: Dataset, protocol: SplitName): void {
  if (protocol !== 'temporal' || hasTimes(dataset)) return;
  throw failure('DataError', 'A split by time needs times; choose another split.');
}

/** What comes of assigning each event to a part: `[events]` 0 train, 1 validation, 2 test. */
export function splitByParts(
  dataset: Dataset,
  parts: Uint8Array,
  facts: Pick<Split, 'protocol' | 'seed' | 'scale'>,
): Split {
  const train = filterEvents(dataset, (event) => parts[event] === 0);
  const split = { ...facts, parts, train };
  const { warm: validation } = holdoutsOf(dataset, split, 1);
  const { warm: test, cold } = holdoutsOf(dataset, split, 2);
  return { ...split, validation, test, cold };
}

/** @throws DataError where a part is empty */
export function checked(split: Split): Split {
  if (split.train.itemOf.length > 0 && split.validation.length > 0 && split.test.length > 0) {
    return split;
  }
  throw failure(
    'DataError',
    'There is too little in these data to hold something back for a test. Users need at least three interactions.',
  );
}
