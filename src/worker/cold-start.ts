import type { ColdProgress, RunInfo } from '../api';
import { asPreferences } from '../engine/data/prepare';
import { findModel } from '../engine/models/registry';
import { measureColdStart } from '../engine/training/cold-start';
import { createTurns } from '../kernels/turns';
import { findRun, saveRun } from '../storage/runs';
import type { Library } from './library';

/** By which people are drawn: the same for all runs, so that their curves can be compared. */
const seed = 1;

/**
 * Measures how good the model of a run is with how few ratings, with its settings, filters and
 * number of epochs, and keeps that with the run. @throws AbortError, DataError, NotFoundError
 */
export async function measureRun(
  library: Library,
  id: string,
  signal: AbortSignal,
  onProgress: (progress: ColdProgress) => void,
): Promise<RunInfo> {
  const run = await findRun(id);
  const { model, config, dataset: source } = run.request;
  const { all } = asPreferences(await library.dataset(source), run.request);
  const letMessagesIn = createTurns();
  const coldStart = await measureColdStart(findModel(model), all, {
    config,
    epochs: Math.max(1, run.epochs.findLast(({ best }) => best)?.epoch ?? 1),
    seed,
    signal,
    onProgress: async (progress) => {
      onProgress(progress);
      await letMessagesIn();
    },
  });
  signal.throwIfAborted();
  const measured = { ...run, coldStart };
  await saveRun(measured);
  return measured;
}
