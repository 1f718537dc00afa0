import type { DatasetInfo, ModelInfo } from '../../api';

/** The first thing that `model` needs and `dataset` lacks, or null. */
export function unmetNeed({ needs }: ModelInfo, dataset: DatasetInfo) {
  const { period, side } = dataset;
  const [lowest, highest] = dataset.valueRange;
  const has: Readonly<Record<ModelInfo['needs'][number], boolean>> = {
    timestamps: period !== null,
    ratings: highest > lowest,
    // A year alone says too little.
    itemFeatures: side?.items.some((name) => name !== 'year') ?? false,
    userFeatures: (side?.people.length ?? 0) > 0,
    itemGraph: (side?.triples ?? 0) > 0,
  };
  return needs.find((need) => !has[need]) ?? null;
}
