import { failure, isFailure } from '../errors';
import { plainHistory, strangerWith } from '../engine/data/dataset';
import { genreSets } from '../engine/data/likeness';
import { readBundle, type Bundle } from '../engine/bundle/read';
import type { BundleItems } from '../engine/bundle/items';
import { completeConfig, type Config, type Model } from '../engine/models/model';
import { Recommender } from '../engine/models/recommender';
import { itemTableOf } from '../engine/nn/weights';
import { byTraits, byVectors, type Likeness } from '../engine/serving/shelf';
import type { BundleInfo, OpenRequest } from '../visitor-api';
import { filesIn } from './fetch-file';
import { fetchModel } from './models';

/** A bundle that is ready to serve. */
export interface Opened {
  readonly info: BundleInfo;
  readonly recommender: Recommender;
  readonly items: BundleItems;
  readonly likeness: Likeness;
}

/** Fetches a bundle while the device starts, checks it, and tries it out. @throws BundleError, DeviceError */
export async function openBundle(
  { bundle: folder, precision }: OpenRequest,
  device: Promise<unknown>,
): Promise<Opened> {
  const [bundle] = await Promise.all([readBundle(filesIn(folder), precision), device]);
  const { manifest, items, weights } = bundle;
  const model = await fetchModel(manifest.model.name);
  const recommender = Recommender.of(model, {
    config: configOf(model, bundle),
    items: items.ids,
    users: null,
    weights,
    counts: Array.from(items.counts),
  });
  await tryOut(recommender);
  const { name, createdAt } = manifest;
  return {
    info: {
      ...{ name, createdAt, precision, items: manifest.items },
      ...{ model: model.name, title: model.title },
    },
    recommender,
    items,
    likeness: likenessIn(bundle),
  };
}

function configOf({ fields }: Model, { manifest }: Bundle): Config {
  try {
    return completeConfig(fields, manifest.model.config);
  } catch (cause) {
    if (!isFailure(cause, 'ConfigError')) throw cause;
    throw unfit((cause as Error).message, cause);
  }
}

/** Scores the items once, for nobody: what does not fit together shows here. @throws BundleError */
async function tryOut(recommender: Recommender): Promise<void> {
  const anyone = strangerWith(plainHistory([0]));
  const [scores] = await recommender.score([anyone]).catch((cause: unknown) => {
    throw unfit(cause instanceof Error ? cause.message : String(cause), cause);
  });
  if (scores.length === recommender.items.size && scores.every(Number.isFinite)) return;
  throw unfit('Its scores are not one finite number for each item.');
}

function unfit(why: string, cause?: unknown): Error {
  const message = `The bundle’s weights do not fit its model: ${why}`;
  return failure('BundleError', `${message} Export the bundle again.`, cause);
}

/** Items are alike by their vectors, where the model has such, or else by their genres. */
function likenessIn({ weights, items }: Bundle): Likeness {
  const table = itemTableOf(weights);
  const isVectors = table?.shape.length === 2 && table.shape[0] === items.ids.length;
  if (isVectors) return byVectors({ values: table.values, width: table.shape[1] });
  return byTraits({ by: 'genres', sets: genreSets(items.genres) }, [...items.ids.keys()]);
}
