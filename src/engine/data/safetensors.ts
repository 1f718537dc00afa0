/**
 * Named tensors as one file: checkpoints and stored datasets. Eight bytes of
 * header length, a JSON header, then the raw numbers, little-endian like every
 * machine with a browser. Python's `safetensors` reads it too.
 * Format: https://huggingface.co/docs/safetensors
 */
import type { Dtype, Entry } from './safetensors-header';
import { damaged, decodeHeader, encodeHeader, parseObject } from './safetensors-header';

export type Values =
  Float64Array | Float32Array | Int32Array | Uint32Array | Int8Array | Uint8Array;

export interface NamedTensor {
  readonly shape: readonly number[];
  readonly values: Values;
}

/** What a file holds, by name. Read back, both are null-prototype objects: any name is safe. */
export interface Safetensors {
  readonly tensors: Readonly<Record<string, NamedTensor>>;
  readonly metadata: Readonly<Record<string, string>>;
}

const arrays = {
  F64: Float64Array,
  F32: Float32Array,
  I32: Int32Array,
  U32: Uint32Array,
  I8: Int8Array,
  U8: Uint8Array,
} as const;

const dtypes = {
  Float64Array: 'F64',
  Float32Array: 'F32',
  Int32Array: 'I32',
  Uint32Array: 'U32',
  Int8Array: 'I8',
  Uint8Array: 'U8',
} as const;

/** The file begins with the length of its header, in as many bytes. */
const lengthBytes = 8;
/** Room for the vocabularies of a large dataset, and too little to exhaust the memory. */
const maxHeaderBytes = 64 * 2 ** 20;
/** In the metadata: the SHA-256 of every tensor, by name, as JSON. */
const checksumKey = 'sha256';

/** Writes `tensors`, which must not change until this resolves. */
export async function encodeSafetensors(
  tensors: Safetensors['tensors'],
  metadata: Safetensors['metadata'],
): Promise<Blob> {
  return new Blob([...(await piecesOfSafetensors(tensors, metadata))]);
}

/** The file in pieces, one after the other: views of the memory of `tensors`, no copies. */
export async function piecesOfSafetensors(
  tensors: Safetensors['tensors'],
  metadata: Safetensors['metadata'],
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const entries = layOut(tensors);
  const parts = entries.map(({ name }) => bytesOf(tensors[name].values));
  const checksums: [string, string][] = [];
  for (const [index, { name }] of entries.entries()) {
    checksums.push([name, await sha256(parts[index])]);
  }
  const header = encodeHeader({
    entries,
    metadata: { ...metadata, [checksumKey]: JSON.stringify(Object.fromEntries(checksums)) },
  });
  const length = new Uint8Array(new BigUint64Array([BigInt(header.length)]).buffer);
  return [length, header, ...parts];
}

/**
 * Reads a file that may be damaged or hostile: nothing in it is believed before
 * it is checked. @throws CheckpointError
 */
export async function decodeSafetensors(file: Blob): Promise<Safetensors> {
  const bodyStart = await headerEnd(file);
  const json = new TextDecoder().decode(await read(file, lengthBytes, bodyStart));
  const { entries, metadata } = decodeHeader(json, file.size - bodyStart);
  const { [checksumKey]: checksumText = '{}', ...rest } = metadata;
  const checksums = parseObject(checksumText);
  const tensors: Record<string, NamedTensor> = Object.create(null);
  for (const { name, dtype, shape, start, end } of entries) {
    const bytes = await read(file, bodyStart + start, bodyStart + end);
    if (checksums[name] !== (await sha256(bytes))) throw damaged(`“${name}” fails its checksum`);
    tensors[name] = { shape, values: new arrays[dtype](bytes) };
  }
  return { tensors, metadata: Object.assign(Object.create(null), rest) };
}

/** One tensor after the other, the widest numbers first, so that all are aligned. */
function layOut(tensors: Safetensors['tensors']): Entry[] {
  let end = 0;
  const width = ({ values }: NamedTensor) => values.BYTES_PER_ELEMENT;
  return Object.entries(tensors)
    .sort(([, a], [, b]) => width(b) - width(a))
    .map(([name, { shape, values }]) => {
      const start = end;
      end += values.byteLength;
      return { name, dtype: dtypeOf(values), shape, start, end };
    });
}

function dtypeOf(values: Values): Dtype {
  return dtypes[values[Symbol.toStringTag]];
}

/** A view, or a copy where the memory is shared with other threads. */
function bytesOf({ buffer, byteOffset, byteLength }: Values): Uint8Array<ArrayBuffer> {
  return buffer instanceof ArrayBuffer
    ? new Uint8Array(buffer, byteOffset, byteLength)
    : new Uint8Array(buffer, byteOffset, byteLength).slice();
}

async function headerEnd(file: Blob): Promise<number> {
  if (file.size < lengthBytes) throw damaged('it is too short');
  const [length] = new BigUint64Array(await read(file, 0, lengthBytes));
  if (length > maxHeaderBytes) throw damaged('its header is too long');
  const end = lengthBytes + Number(length);
  if (end > file.size) throw damaged('it ends within its header');
  return end;
}

async function read(file: Blob, start: number, end: number): Promise<ArrayBuffer> {
  try {
    return await file.slice(start, end).arrayBuffer();
  } catch (cause) {
    throw damaged('the browser could not read it', cause);
  }
}

async function sha256(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
