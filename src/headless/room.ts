import type { Dataset } from '../engine/data/dataset';
import type { Config, Model } from '../engine/models/model';
import { preflight } from '../engine/training/preflight';
import { tell } from './tell';

/** Says, before a training starts, where it may not fit, and what would. */
export function tellOfRoom(model: Model, dataset: Dataset, config: Config): void {
  const { bytes, room, instead } = preflight(model, dataset, config);
  if (bytes <= room) return;
  const gigabytes = (size: number): string => `${(size / 1e9).toPrecision(2)} GB`;
  tell(`This takes about ${gigabytes(bytes)}; more than ${gigabytes(room)} may not be there.`);
  if (!instead) return;
  const changed = Object.entries(instead.config).map(([name, value]) => `${name}=${value}`);
  tell(`With --set ${changed.join(' ')} it takes about ${gigabytes(instead.bytes)}.`);
}
