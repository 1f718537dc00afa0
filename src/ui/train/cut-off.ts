import type { RunInfo } from '../../api';
import type { Training } from '../../client/state';

/** The run that was cut off and waits to be taken up, where the training is one. */
export function cutOff({ state, busy, run }: Training): RunInfo | null {
  return state === 'paused' && !busy ? run : null;
}
