import type { TrainRequest } from '../../api';
import type { Messages } from '../messages';

/** What a run left out of its data, as what follows the name of its split; nothing where it kept all. */
export function filterWords(
  { minValue, kCore = null }: Pick<TrainRequest, 'minValue' | 'kCore'>,
  { board }: Messages,
): string {
  const rated = minValue === null ? '' : board.filter(String(minValue));
  return kCore === null ? rated : `${rated}${board.core(String(kCore))}`;
}
