import type { EpochReport } from '../../api';

/** The seconds that each epoch took; a report says how many all took up to it. */
export function epochSeconds(epochs: readonly Pick<EpochReport, 'seconds'>[]): readonly number[] {
  const ends = [0, ...epochs.map(({ seconds }) => seconds)];
  return epochs.map(({ seconds }, place) => seconds - ends[place]);
}
