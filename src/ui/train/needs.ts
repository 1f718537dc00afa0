import type { DatasetInfo, ModelInfo } from '../../api';

/** The first thing that `model` needs and `dataset` lacks, or null. */
export function unmetNeed({ needs }: ModelInfo, dataset: DatasetInfo) {
  const [lowest, highest] = dataset.valueRange;
  const has: Readonly<Partial<Record<ModelInfo['needs'][number], boolean>>> = {
    timestamps: dataset.period !== null,
    ratings: highest > lowest,
    itemFeatures: dataset.hasItemFeatures ?? false,
  };
  return needs.find((need) => !has[need]) ?? null;
}
