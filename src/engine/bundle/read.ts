import { failure } from '../../errors';
import { decodeSafetensors, type Safetensors } from '../data/safetensors';
import type { HostTensor, HostWeights } from '../nn/weights';
import { integrityOf } from './integrity';
import { decodeItems, hashVocabulary, type BundleItems } from './items';
import {
  itemsFile,
  manifestFile,
  parseManifest,
  versioned,
  weightsFiles,
  type FileName,
  type Manifest,
  type Precision,
} from './manifest';
import { unpack } from './packing';
import { dequantize } from './quantize';
import { refusal } from './refusal';

/** A bundle in which nothing is wrong. */
export interface Bundle {
  readonly manifest: Manifest;
  readonly items: BundleItems;
  readonly weights: HostWeights;
}

/** Gets a file of a bundle; `integrity` is null of the manifest, which nothing vouches for. */
export type ReadFile = (name: string, integrity: string | null) => Promise<ArrayBuffer>;

/** Reads a bundle that may be damaged: nothing is believed before it is checked. @throws BundleError */
export async function readBundle(readFile: ReadFile, precision: Precision): Promise<Bundle> {
  if (!globalThis.crypto?.subtle) {
    const why = 'This browser checks files only on pages with https.';
    throw failure('BundleError', `${why} Serve the page by https, or from localhost.`);
  }
  const manifest = parseManifest(decode(await readFile(manifestFile, null)));
  const [items, weights] = await Promise.all([
    readItems(readFile, manifest),
    readWeights(readFile, manifest, precision),
  ]);
  return { manifest, items, weights };
}

async function readItems(readFile: ReadFile, manifest: Manifest): Promise<BundleItems> {
  const bytes = await readChecked(readFile, itemsFile, manifest);
  const items = decodeItems(await unpack(bytes), manifest.items);
  if ((await hashVocabulary(items.ids)) === manifest.vocabulary) return items;
  throw refusal(itemsFile, 'holds other items than the manifest says');
}

async function readWeights(
  readFile: ReadFile,
  manifest: Manifest,
  precision: Precision,
): Promise<HostWeights> {
  const name = weightsFiles[precision];
  const bytes = await readChecked(readFile, name, manifest);
  const { tensors, metadata } = await decodeTensors(name, bytes);
  const isOurs = metadata.format === versioned.format && metadata.precision === precision;
  if (!isOurs) throw refusal(name, `does not hold weights in ${precision}`);
  if (metadata.vocabulary !== manifest.vocabulary) {
    throw refusal(name, 'belongs to other items than those of the bundle');
  }
  const weights = toWeights(name, tensors);
  for (const [tensor, values] of Object.entries(weights)) {
    checkTensor(name, tensor, values, manifest.items);
    if (tensor.endsWith('.offsets')) checkRows(name, tensor, weights);
  }
  return weights;
}

/** The file, if it has the size and the hash that the manifest says. */
async function readChecked(
  readFile: ReadFile,
  name: FileName,
  { files }: Manifest,
): Promise<ArrayBuffer> {
  const { bytes, integrity } = files[name];
  const file = await readFile(name, integrity);
  if (file.byteLength !== bytes) {
    throw refusal(name, `has ${file.byteLength} bytes instead of ${bytes}`);
  }
  if ((await integrityOf(file)) === integrity) return file;
  throw refusal(name, 'is not the file that the manifest vouches for');
}

function decode(bytes: ArrayBuffer): string {
  return new TextDecoder().decode(bytes);
}

async function decodeTensors(name: string, bytes: ArrayBuffer): Promise<Safetensors> {
  try {
    return await decodeSafetensors(new Blob([bytes]));
  } catch (cause) {
    throw refusal(name, 'is not a file of tensors', undefined, cause);
  }
}

function toWeights(name: string, tensors: Safetensors['tensors']): HostWeights {
  try {
    return dequantize(tensors);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw refusal(name, `is damaged: ${why}`, undefined, cause);
  }
}

/** Numbers must be finite, and neighbours be places of items. */
function checkTensor(file: string, name: string, { values }: HostTensor, items: number): void {
  if (!values.every(Number.isFinite)) {
    throw refusal(file, `holds something other than finite numbers in “${name}”`);
  }
  const isPlace = (value: number): boolean =>
    Number.isInteger(value) && value >= 0 && value < items;
  if (name === 'neighbours' && !values.every(isPlace)) {
    throw refusal(file, 'names neighbours that are no items');
  }
}

/** Of a sparse matrix: its rows must follow one another, and end where its entries end. */
function checkRows(file: string, name: string, weights: HostWeights): void {
  const { values: offsets } = weights[name];
  const matrix = name.replace(/\.offsets$/, '');
  const [indices, values] = ['indices', 'values'].map(
    (part) => weights[`${matrix}.${part}`]?.values,
  );
  const isAscending = offsets.every((end, row) => row === 0 || end >= offsets[row - 1]);
  const isWhole = offsets[0] === 0 && isAscending && offsets.every(Number.isInteger);
  const count = offsets[offsets.length - 1];
  const isComplete = indices?.length === count && values?.length === count;
  if (isWhole && isComplete && indices.every((index) => index >= 0 && Number.isInteger(index)))
    return;
  throw refusal(file, `has rows out of place in “${matrix}”`);
}
