import { failure } from '../../errors';
import type { Dataset } from '../data/dataset';
import { encodeSafetensors, type Safetensors } from '../data/safetensors';
import { withoutUsers, type Checkpoint } from '../models/checkpoint';
import { findModel } from '../models/registry';
import type { HostWeights } from '../nn/weights';
import { integrityOf } from './integrity';
import { encodeItems, hashVocabulary, type BundleItems } from './items';
import {
  fileNames,
  itemsFile,
  manifestFile,
  versioned,
  weightsFiles,
  type FileFacts,
  type FileName,
  type Manifest,
  type Measured,
  type Precision,
} from './manifest';
import { pack } from './packing';
import { quantize } from './quantize';

/** What becomes a bundle. */
export interface BundleSource {
  readonly name: string;
  readonly checkpoint: Checkpoint;
  /** The data that it learned from: what its items are called. */
  readonly dataset: Pick<Dataset, 'items' | 'catalog'>;
  readonly measured: Measured | null;
  /** ms since the epoch */
  readonly createdAt: number;
}

/** More than a visitor can be asked to load, or to hold: bytes in float32. */
const mostBytes = 64e6;

/** Every file of a bundle by its name; there is nobody in it. @throws BundleError */
export async function writeBundle(source: BundleSource): Promise<Readonly<Record<string, Blob>>> {
  const checkpoint = withoutUsers(source.checkpoint);
  refuseUnservable(checkpoint);
  const items = itemsOf(checkpoint, source.dataset);
  const vocabulary = await hashVocabulary(items.ids);
  const encode = (precision: Precision, tensors: Safetensors['tensors']): Promise<Blob> =>
    encodeSafetensors(tensors, { format: versioned.format, precision, vocabulary });
  const files: Record<FileName, Blob> = {
    [itemsFile]: await pack(encodeItems(items)),
    [weightsFiles.float32]: await encode('float32', checkpoint.weights),
    [weightsFiles.int8]: await encode('int8', quantize(checkpoint.weights)),
  };
  const facts = await Promise.all(fileNames.map((name) => factsOf(name, files[name])));
  const { model, config, scale } = checkpoint;
  const manifest: Manifest = {
    ...versioned,
    name: source.name,
    createdAt: source.createdAt,
    model: { name: model, title: findModel(model).title, config },
    scale: scale ?? null,
    items: items.ids.length,
    people: 0,
    vocabulary,
    files: Object.fromEntries(facts) as Manifest['files'],
    measured: source.measured,
  };
  return { [manifestFile]: new Blob([`${JSON.stringify(manifest, null, 1)}\n`]), ...files };
}

async function factsOf(name: FileName, file: Blob): Promise<[FileName, FileFacts]> {
  return [name, { bytes: file.size, integrity: await integrityOf(await file.arrayBuffer()) }];
}

/** The items of a recommender, with what the data say of them. */
function itemsOf(
  { items: ids, counts }: Checkpoint,
  { items, catalog }: BundleSource['dataset'],
): BundleItems {
  const places = ids.map((id) => items.find(id));
  return {
    ids,
    titles: places.map((place) => catalog.titles[place] ?? ''),
    years: Float32Array.from(places, (place) => catalog.years[place] ?? NaN),
    genres: places.map((place) => catalog.genres[place] ?? []),
    counts: Float32Array.from(counts ?? ids.map(() => 0)),
  };
}

/** Why some models are in no bundle. */
const unservable: Readonly<Record<string, string>> = {
  'user-knn': 'compares with the histories of its users, and no user goes into a bundle.',
  'two-stage': 'takes the programs of all its parts, more than a visitor should wait for.',
  'feature-attention': 'takes more programs than a visitor should wait for.',
};

/** @throws BundleError where a model cannot be handed to visitors, with one that can */
function refuseUnservable({ model, items, weights }: Checkpoint): void {
  const { title } = findModel(model);
  const other = 'For a bundle, train a model of factors such as als or bpr-mf.';
  if (Object.hasOwn(unservable, model)) {
    throw failure('BundleError', `${title} ${unservable[model]} ${other}`);
  }
  const bytes = sizeOf(weights);
  if (bytes <= mostBytes) return;
  const [has, may] = [bytes, mostBytes].map((size) => `${Math.round(size / 1e6)} MB`);
  const why = `What ${title} has learned of ${items.length} items takes ${has}, and a bundle may take ${may}.`;
  throw failure('BundleError', `${why} ${other}`);
}

function sizeOf(weights: HostWeights): number {
  return Object.values(weights).reduce((sum, { values }) => sum + values.byteLength, 0);
}
