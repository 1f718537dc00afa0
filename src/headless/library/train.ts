import { measureLoss } from '../../engine/bundle/measure';
import { completeConfig } from '../../engine/models/model';
import { recommenderOf } from '../../engine/models/saved';
import { exportBundle } from '../bundle';
import { learn } from '../learn';
import { modelFor } from '../setting';
import { readData } from './data';
import { computeOn } from './device';
import { toRecommender } from './recommender';
import type { Trained, TrainOptions } from './types';

/** @throws InputError, DataError, ConfigError, NotFoundError, DivergenceError, DeviceError, and why it was aborted */
export async function trainOn(options: TrainOptions): Promise<Trained> {
  const { protocol = 'auto', seed = 1, minValue = null, kCore = null, signal } = options;
  const { name: ownName, dataset } = await readData(options);
  const { model } = modelFor(options.model ?? 'auto', dataset);
  const config = completeConfig(model.fields, options.config ?? {});
  const { backend } = await computeOn(options.backend);
  const splitting = { protocol, seeds: [seed], minValue, kCore };
  const learned = await learn(model, config, dataset, splitting, signal);
  const { checkpoint, served, best, split, epochs, validation } = learned;
  return {
    ...{ backend, epochs, validation },
    recommender: toRecommender(recommenderOf(checkpoint)),
    async writeBundle({ folder, name = ownName }) {
      const measured = await measureLoss(best, split, 'train');
      const createdAt = Date.now();
      return exportBundle(folder, { name, checkpoint, dataset: served, measured, createdAt });
    },
  };
}
