/** The header of a safetensors file: what lies where, as JSON. */
import { failure } from '../../errors';

/** Bytes of one number, by the format's own names of the types that we use. */
const bytesPer = { F64: 8, F32: 4, I32: 4, U32: 4, I8: 1, U8: 1 } as const;
export type Dtype = keyof typeof bytesPer;

/** One tensor. Its bytes are `start … end - 1`, counted from the end of the header. */
export interface Entry {
  readonly name: string;
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly start: number;
  readonly end: number;
}

export interface Header {
  /** In the order of their bytes. */
  readonly entries: readonly Entry[];
  /** A null-prototype object: any name is safe to look up. */
  readonly metadata: Readonly<Record<string, string>>;
}

const metadataKey = '__metadata__';

/** The header as JSON, padded with spaces to whole multiples of eight bytes. */
export function encodeHeader({ entries, metadata }: Header): Uint8Array<ArrayBuffer> {
  const fields = entries.map(({ name, dtype, shape, start, end }) => {
    if (name === metadataKey) throw failure('CheckpointError', `“${name}” cannot name a tensor.`);
    return [name, { dtype, shape, data_offsets: [start, end] }] as const;
  });
  const json = JSON.stringify(Object.fromEntries([[metadataKey, metadata], ...fields]));
  const { length } = new TextEncoder().encode(json);
  return new TextEncoder().encode(json.padEnd(json.length + (-length & 7)));
}

/**
 * Believes nothing: types and shapes are checked against the ranges, and the
 * ranges must fill `bodyBytes` without gap or overlap. @throws CheckpointError
 */
export function decodeHeader(json: string, bodyBytes: number): Header {
  const { [metadataKey]: given = {}, ...tensors } = parseObject(json);
  const metadata = parseMetadata(given);
  const entries = Object.entries(tensors).map(([name, fields]) => parseEntry(name, fields));
  entries.sort((a, b) => a.start - b.start || a.end - b.end);
  checkRanges(entries, bodyBytes);
  return { entries, metadata };
}

/** A file that is not what it should be, and why. */
export function damaged(why: string, cause?: unknown): Error {
  const message = `The file is damaged or was not made by Palate: ${why}.`;
  return failure('CheckpointError', message, cause);
}

/** The JSON object that `text` holds. @throws CheckpointError */
export function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch (cause) {
    throw damaged('its header is not JSON', cause);
  }
  throw damaged('its header is not a JSON object');
}

function parseEntry(name: string, fields: unknown): Entry {
  if (!isObject(fields)) throw damaged(`“${name}” is not described`);
  const { dtype, shape, data_offsets: offsets } = fields;
  if (!isDtype(dtype)) throw damaged(`“${name}” is of a type that Palate does not use`);
  if (!isSizes(shape)) throw damaged(`“${name}” has no proper shape`);
  if (!isSizes(offsets) || offsets.length !== 2) throw damaged(`“${name}” has no proper range`);
  return { name, dtype, shape, start: offsets[0], end: offsets[1] };
}

function checkRanges(entries: readonly Entry[], bodyBytes: number): void {
  let position = 0;
  for (const { name, dtype, shape, start, end } of entries) {
    const bytes = shape.reduce((product, size) => product * size, bytesPer[dtype]);
    if (start !== position || end - start !== bytes) throw damaged(`“${name}” is out of place`);
    position = end;
  }
  if (position !== bodyBytes) throw damaged('its length differs from what its header says');
}

function parseMetadata(given: unknown): Header['metadata'] {
  if (!isObject(given)) throw damaged('its metadata are not an object');
  const metadata: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(given)) {
    if (typeof value !== 'string') throw damaged(`its metadata “${name}” are not text`);
    metadata[name] = value;
  }
  return metadata;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDtype(value: unknown): value is Dtype {
  return typeof value === 'string' && Object.hasOwn(bytesPer, value);
}

function isSizes(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}
