import type { RecommenderCalls, RecommenderInfo } from '../api';
import type { Measured } from '../engine/bundle/manifest';
import { measureLoss } from '../engine/bundle/measure';
import { writeBundle } from '../engine/bundle/write';
import type { Dataset } from '../engine/data/dataset';
import { zipFiles } from '../engine/data/zip-files';
import { decodeCheckpoint, type Checkpoint } from '../engine/models/checkpoint';
import { prepareTrial } from '../engine/training/trial';
import { loadRecommender } from '../storage/recommenders';
import { listRuns } from '../storage/runs';
import { firstReadable, type Library } from './library';
import { openRecommender } from './opened';

/** Calls about what a site owner publishes. */
export function bundleCalls(library: Library): Pick<RecommenderCalls, 'exportBundle'> {
  return {
    async exportBundle(id) {
      const { info, dataset } = await openRecommender(library, id);
      const checkpoint = await firstReadable(await loadRecommender(id), decodeCheckpoint);
      const measured = await measure(info, checkpoint, dataset);
      const { name } = await library.datasetInfo(info.dataset);
      const createdAt = Date.now();
      return zipFiles(await writeBundle({ name, checkpoint, dataset, measured, createdAt }));
    },
  };
}

/** What int8 costs, by the split of the run that it came from; null of one that came from elsewhere. */
async function measure(
  { id, refitted }: RecommenderInfo,
  checkpoint: Checkpoint,
  dataset: Dataset,
): Promise<Measured | null> {
  const run = (await listRuns()).find(({ recommender }) => recommender === id);
  if (!run) return null;
  const { split: protocol, seed, minValue, kCore = null } = run.request;
  const { split } = await prepareTrial(dataset, { protocol, seed, minValue, kCore });
  return measureLoss(checkpoint, split, refitted ? 'all' : 'train');
}
