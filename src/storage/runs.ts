import type { RunInfo } from '../api';
import { failure } from '../errors';
import { withDatabase, write } from './database';
import { dropOlderFiles, filesOf, newestFiles } from './files';
import { requireDataset } from './source';

/**
 * Keeps a run, and its checkpoint if there is a new one, in one transaction:
 * after a crash both are there, or both are as they were. @throws NotFoundError without its data
 */
export async function saveRun(info: RunInfo, checkpoint?: Blob): Promise<void> {
  let generation = 0;
  await write(['datasets', 'runs', 'files'], async (transaction) => {
    await requireDataset(transaction, info.request.dataset);
    const runs = transaction.objectStore('runs');
    const previous = (await runs.get(info.id))?.generation ?? 0;
    generation = checkpoint ? previous + 1 : previous;
    await runs.put({ info, generation });
    if (checkpoint) {
      await transaction.objectStore('files').put(checkpoint, ['run', info.id, generation]);
    }
  });
  if (checkpoint) await dropOlderFiles('run', info.id, generation);
}

/** Newest first. */
export async function listRuns(): Promise<RunInfo[]> {
  const runs = await withDatabase((database) => database.getAll('runs'));
  return runs.map(({ info }) => info).sort((a, b) => b.startedAt - a.startedAt);
}

/** @throws NotFoundError */
export async function findRun(id: string): Promise<RunInfo> {
  const run = await withDatabase((database) => database.get('runs', id));
  if (run) return run.info;
  throw failure('NotFoundError', 'This run is not stored here any more.');
}

/** The last two checkpoints of a run, newest first; fall back if the first is damaged. */
export function loadCheckpoints(run: string): Promise<Blob[]> {
  return newestFiles('run', run);
}

/** Frees the room of checkpoints that nothing will go on from. */
export async function dropCheckpoints(run: string): Promise<void> {
  await write(['files'], (transaction) =>
    transaction.objectStore('files').delete(filesOf('run', run)),
  );
}

/** Removes a run and its checkpoints. */
export async function removeRun(run: string): Promise<void> {
  await write(['runs', 'files'], async (transaction) => {
    await transaction.objectStore('runs').delete(run);
    await transaction.objectStore('files').delete(filesOf('run', run));
  });
}
