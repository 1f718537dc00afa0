import { headline } from '../engine/evaluation/judge';
import type { TrainingProgress } from '../engine/training/train';
import { tell } from './tell';

/** Drives a fit to its end, telling of every epoch on stderr, and of the seconds that it took. */
export async function follow<T>(
  fit: AsyncGenerator<TrainingProgress, T>,
  onProgress: (progress: TrainingProgress) => Promise<void> = async () => {},
): Promise<T> {
  let [told, before] = [0, 0];
  let step = await fit.next();
  for (; !step.done; step = await fit.next()) {
    const { reports } = step.value;
    for (const { epoch, loss, validation, best, seconds } of reports.slice(told)) {
      const metric = 'rmse' in validation ? 'rmse' : headline;
      const parts = [
        `epoch ${epoch}`,
        loss === undefined ? '' : `loss ${loss.toFixed(4)}`,
        `validation ${metric} ${validation[metric].toFixed(4)}${best ? ' *' : ''}`,
        `${(seconds - before).toFixed(1)} s`,
      ];
      before = seconds;
      tell(parts.filter(Boolean).join('  '));
    }
    told = reports.length;
    await onProgress(step.value);
  }
  return step.value;
}
