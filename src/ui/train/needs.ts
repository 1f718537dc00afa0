import type { DatasetInfo, ModelInfo } from '../../api';
import type { State } from '../../client/state';

/** What the model of the form needs and the data lack, or null. */
export function lackOf({ models, dataset, draft }: Pick<State, 'models' | 'dataset' | 'draft'>) {
  const model = models.find(({ name }) => name === draft.model);
  return model && dataset ? unmetNeed(model, draft.values, dataset) : null;
}

/** The first thing that `model`, with such `values` in its fields, needs and `dataset` lacks, or null. */
export function unmetNeed(
  { needs, choiceNeeds }: ModelInfo,
  values: Readonly<Record<string, string>>,
  dataset: DatasetInfo,
) {
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
  const chosen = Object.entries(choiceNeeds).flatMap(
    ([name, byChoice]) => byChoice[values[name]] ?? [],
  );
  return [...needs, ...chosen].find((need) => !has[need]) ?? null;
}
