/**
 * What a bundle says of itself. A bundle is a folder of static files: `manifest.json`, the items
 * as JSON in gzip, and what the model has learned as safetensors, once in float32 and once in int8.
 */
import type { Scale } from '../data/prepare';
import type { ProtocolName } from '../data/split';
import type { Config } from '../models/model';
import { refusal } from './refusal';

export const manifestFile = 'manifest.json';
export const itemsFile = 'items.bin';
/** Where the weights are, in each precision. */
export const weightsFiles = {
  float32: 'float32.safetensors',
  int8: 'int8.safetensors',
} as const;

export type Precision = keyof typeof weightsFiles;
/** What the manifest vouches for. */
export type FileName = typeof itemsFile | (typeof weightsFiles)[Precision];
export const fileNames: readonly FileName[] = [itemsFile, ...Object.values(weightsFiles)];

/** How a file must be to be the one that was written. */
export interface FileFacts {
  readonly bytes: number;
  /** SHA-384 in base64, behind `sha384-`, as browsers write it. */
  readonly integrity: string;
}

/**
 * What int8 costs, as NDCG@10 over `users` of the validation part, each folded in from their
 * history as a visitor is. The test part was not read.
 */
export interface Measured {
  readonly metric: 'ndcg@10';
  readonly part: 'validation';
  readonly protocol: ProtocolName;
  readonly seed: number;
  readonly users: number;
  /**
   * What the measured weights had learned from. Where it was everything, they knew what they
   * were asked for: both figures flatter, and only `loss` is worth reading.
   */
  readonly learnedFrom: 'train' | 'all';
  readonly float32: number;
  readonly int8: number;
  /** `float32 - int8` */
  readonly loss: number;
}

export interface Manifest {
  readonly format: 'palate-bundle';
  readonly version: 1;
  readonly name: string;
  /** ms since the epoch */
  readonly createdAt: number;
  readonly model: { readonly name: string; readonly title: string; readonly config: Config };
  /** Lowest and highest rating of the data it learned from; null where there were none. */
  readonly scale: Scale | null;
  /** How many items, and how many people: nobody, ever. */
  readonly items: number;
  readonly people: 0;
  /** SHA-256 of the items’ ids, each with a line feed behind it, hexadecimal. */
  readonly vocabulary: string;
  readonly files: Readonly<Record<FileName, FileFacts>>;
  /** Null where nothing was measured. */
  readonly measured: Measured | null;
}

const [format, version] = ['palate-bundle', 1] as const;
export const versioned = { format, version } as const;

const isNumber = Number.isFinite as (value: unknown) => value is number;
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) > 0;

/** What each part of a manifest must be. */
const parts: Readonly<Record<string, (value: unknown) => boolean>> = {
  name: isText,
  createdAt: isNumber,
  model: (model) =>
    isRecord(model) && isText(model.name) && isText(model.title) && isRecord(model.config),
  scale: (scale) =>
    scale === null || (Array.isArray(scale) && scale.length === 2 && scale.every(isNumber)),
  items: isCount,
  people: (people) => people === 0,
  vocabulary: (hash) => typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash),
  files: (files) => isRecord(files) && fileNames.every((name) => areFacts(files[name])),
  measured: (measured) => measured === null || isRecord(measured),
};

function areFacts(facts: unknown): boolean {
  return (
    isRecord(facts) &&
    isCount(facts.bytes) &&
    typeof facts.integrity === 'string' &&
    /^sha384-[A-Za-z0-9+/]{64}$/.test(facts.integrity)
  );
}

/** The manifest that `text` is. @throws BundleError */
export function parseManifest(text: string): Manifest {
  const manifest = parse(text);
  if (manifest.format !== format) {
    const remedy = 'Give the address of the folder that holds the bundle.';
    throw refusal(manifestFile, 'is not that of a bundle of Palate', remedy);
  }
  if (manifest.version !== version) {
    const why = `is of version ${String(manifest.version)}, and this program reads ${version}`;
    throw refusal(manifestFile, why, 'Use the program of the version that wrote the bundle.');
  }
  const wrong = Object.keys(parts).find((part) => !parts[part](manifest[part]));
  if (wrong) throw refusal(manifestFile, `says nothing proper about “${wrong}”`);
  return manifest as unknown as Manifest;
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch (cause) {
    throw refusal(manifestFile, 'is not JSON', undefined, cause);
  }
  throw refusal(manifestFile, 'is not a JSON object');
}
