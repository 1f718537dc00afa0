import { describe, expect, test } from 'vitest';
import { decodeSafetensors, encodeSafetensors } from '../../../src/engine/data/safetensors';

/** A file with this header, valid or not, over these numbers. */
function fileWith(header: string, ...numbers: number[]): Blob {
  const bytes = new TextEncoder().encode(header);
  return new Blob([new BigUint64Array([BigInt(bytes.length)]), bytes, new Float32Array(numbers)]);
}

const entry = (offsets: number[], shape: unknown = [1], dtype = 'F32') => ({
  dtype,
  shape,
  data_offsets: offsets,
});

const refusal = (why: string) =>
  expect.objectContaining({ name: 'CheckpointError', message: expect.stringContaining(why) });

test('comes back unchanged, odd names, empty tensors and views included', async () => {
  const tensors = {
    flags: { shape: [3], values: new Uint8Array([1, 2, 3]) },
    'users / 用户': { shape: [1, 2], values: new Float32Array([0, 1.5, -2]).subarray(1) },
    times: { shape: [2], values: new Float64Array([NaN, 1e15]) },
    ids: { shape: [1], values: new Int32Array([-(2 ** 31)]) },
    random: { shape: [1], values: new Uint32Array([2 ** 32 - 1]) },
    empty: { shape: [0, 7], values: new Float32Array() },
    ['__proto__']: { shape: [], values: new Float32Array([7]) },
  };
  const file = await encodeSafetensors(tensors, { note: 'ünï', constructor: 'x' });
  const read = await decodeSafetensors(file);
  expect(Object.entries(read.tensors).sort()).toEqual(Object.entries(tensors).sort());
  expect({ ...read.metadata }).toEqual({ note: 'ünï', constructor: 'x' });
  expect(read.tensors.toString).toBeUndefined();
  expect(read.metadata.toString).toBeUndefined();
});

test('aligns every tensor to the width of its numbers', async () => {
  const file = await encodeSafetensors(
    {
      small: { shape: [1], values: new Uint8Array(1) },
      wide: { shape: [1], values: new Float64Array(1) },
    },
    {},
  );
  const [length] = new BigUint64Array(await file.slice(0, 8).arrayBuffer());
  const header = JSON.parse(await file.slice(8, 8 + Number(length)).text());
  expect(Number(length) % 8).toBe(0);
  expect(header.wide.data_offsets).toEqual([0, 8]);
  expect(header.small.data_offsets).toEqual([8, 9]);
});

test('refuses to write a tensor over the metadata', async () => {
  const tensors = { __metadata__: { shape: [1], values: new Float32Array(1) } };
  await expect(encodeSafetensors(tensors, {})).rejects.toEqual(refusal('__metadata__'));
});

describe('refuses', () => {
  test('a flipped bit', async () => {
    const file = await encodeSafetensors({ w: { shape: [2], values: new Float32Array(2) } }, {});
    const bytes = new Uint8Array(await file.arrayBuffer());
    bytes[bytes.length - 1] ^= 1;
    await expect(decodeSafetensors(new Blob([bytes]))).rejects.toEqual(refusal('checksum'));
  });

  test('a file cut short, wherever the cut', async () => {
    const file = await encodeSafetensors({ w: { shape: [2], values: new Float32Array(2) } }, {});
    for (let size = 0; size < file.size; size++) {
      await expect(decodeSafetensors(file.slice(0, size))).rejects.toEqual(refusal('damaged'));
    }
  });

  test('a tensor without a checksum', async () => {
    const file = fileWith(JSON.stringify({ w: entry([0, 4]) }), 1);
    await expect(decodeSafetensors(file)).rejects.toEqual(refusal('checksum'));
  });

  test('a header that claims to be enormous', async () => {
    const file = new Blob([new BigUint64Array([2n ** 63n]), '{}']);
    await expect(decodeSafetensors(file)).rejects.toEqual(refusal('too long'));
  });

  const headers: [string, unknown, string][] = [
    ['a list', [], 'not a JSON object'],
    ['metadata that are not text', { __metadata__: { n: 1 } }, 'not text'],
    ['metadata that are not an object', { __metadata__: [] }, 'not an object'],
    ['a tensor that is not described', { w: 4 }, 'not described'],
    ['an unknown type', { w: entry([0, 4], [1], 'constructor') }, 'type'],
    ['a negative size', { w: entry([0, 4], [-1]) }, 'shape'],
    ['a fractional size', { w: entry([0, 4], [0.5, 2]) }, 'shape'],
    ['three offsets', { w: entry([0, 4, 8]) }, 'range'],
    ['a shape beyond its range', { w: entry([0, 4], [2]) }, 'out of place'],
    ['a shape that overflows', { w: entry([0, 4], [2 ** 52, 2 ** 52]) }, 'out of place'],
    ['a gap', { w: entry([4, 8]) }, 'out of place'],
    ['an overlap', { v: entry([0, 4]), w: entry([0, 4]) }, 'out of place'],
    ['bytes that belong to nothing', {}, 'length differs'],
  ];
  test.each(headers)('%s', async (_what, header, why) => {
    const file = fileWith(JSON.stringify(header), 1);
    await expect(decodeSafetensors(file)).rejects.toEqual(refusal(why));
  });

  test('text that is not JSON', async () => {
    await expect(decodeSafetensors(fileWith('{oops'))).rejects.toEqual(refusal('not JSON'));
  });
});
