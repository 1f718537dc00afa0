import { beforeAll, expect, test } from 'vitest';
import { integrityOf } from '../../../src/engine/bundle/integrity';
import type { FileName, Manifest, Precision } from '../../../src/engine/bundle/manifest';
import { pack, unpack } from '../../../src/engine/bundle/packing';
import { readBundle } from '../../../src/engine/bundle/read';
import { decodeSafetensors, encodeSafetensors } from '../../../src/engine/data/safetensors';
import { bundleOf, learnShop, readFrom, shop } from '../../fixtures/bundle';
import { start } from '../../fixtures/learning';

type Files = Readonly<Record<string, Blob>>;

const dataset = shop();
let checkpoint: Awaited<ReturnType<typeof learnShop>>;
let files: Files;

beforeAll(async () => {
  await start('cpu');
  checkpoint = await learnShop(dataset);
  files = await bundleOf(dataset, { checkpoint });
});

const read = (given: Files, precision: Precision = 'int8') =>
  readBundle(readFrom(given), precision);

async function json(file: Blob): Promise<Record<string, unknown>> {
  return JSON.parse(await file.text()) as Record<string, unknown>;
}

/** The bundle with other things in its manifest. */
async function claiming(changes: Readonly<Record<string, unknown>>): Promise<Files> {
  const manifest = { ...(await json(files['manifest.json'])), ...changes };
  return { ...files, 'manifest.json': new Blob([JSON.stringify(manifest)]) };
}

/** The bundle with another file, for which its manifest vouches. */
async function vouchingFor(name: FileName, file: Blob): Promise<Files> {
  const { files: facts } = (await json(files['manifest.json'])) as unknown as Manifest;
  const integrity = await integrityOf(await file.arrayBuffer());
  const claimed = { ...facts, [name]: { bytes: file.size, integrity } };
  return { ...(await claiming({ files: claimed })), [name]: file };
}

/** … with other items. */
async function withItems(changes: Readonly<Record<string, unknown>>): Promise<Files> {
  const text = await unpack(await files['items.bin'].arrayBuffer());
  const items = { ...(JSON.parse(text) as object), ...changes };
  return vouchingFor('items.bin', await pack(JSON.stringify(items)));
}

test('what was written comes back', async () => {
  const { manifest, items, weights } = await read(files, 'float32');
  expect(weights).toEqual({ items: checkpoint.weights.items });
  expect(items.ids).toEqual(dataset.items.ids);
  expect(items.titles).toEqual(dataset.catalog.titles);
  expect(items.years).toEqual(dataset.catalog.years);
  expect(items.genres).toEqual(dataset.catalog.genres);
  expect(Array.from(items.counts)).toEqual(checkpoint.counts);
  expect(manifest).toMatchObject({ name: 'Shop', items: 90, people: 0, scale: [1, 5] });
  expect(manifest.model).toMatchObject({ name: 'als', config: { dim: 16 } });
});

test('int8 is read as float32 that is nearly the same, from a file a third as large', async () => {
  const { weights } = await read(files);
  const { values } = checkpoint.weights.items;
  const farthest = Math.max(
    ...values.map((value, at) => Math.abs(value - weights.items.values[at])),
  );
  expect(farthest).toBeGreaterThan(0);
  expect(farthest).toBeLessThan(Math.max(...values.map(Math.abs)) / 200);
  const { bytes } = ((await json(files['manifest.json'])) as unknown as Manifest).files[
    'items.bin'
  ];
  expect(bytes).toBe(files['items.bin'].size);
  expect(files['int8.safetensors'].size).toBeLessThan(files['float32.safetensors'].size / 2);
});

test.each<[string, () => Promise<Files>, string]>([
  ['a page in its place', () => claimless('<!doctype html>'), 'manifest.json is not JSON'],
  ['JSON of something else', () => claimless('{"name":"app"}'), 'not that of a bundle of Palate'],
  ['a later version', () => claiming({ version: 2 }), 'is of version 2, and this program reads 1'],
  ['no number of items', () => claiming({ items: 0 }), 'nothing proper about “items”'],
  ['people in it', () => claiming({ people: 3 }), 'nothing proper about “people”'],
  ['no hash of a file', () => claiming({ files: {} }), 'nothing proper about “files”'],
  ['more items than there are', () => claiming({ items: 91 }), 'no proper “ids” for each of 91'],
  ['other items', () => claiming({ vocabulary: '0'.repeat(64) }), 'items.bin holds other items'],
])('a manifest is refused with %s', async (_what, given, message) => {
  await expect(read(await given())).rejects.toMatchObject({
    name: 'BundleError',
    message: expect.stringContaining(message) as string,
  });
});

async function claimless(text: string): Promise<Files> {
  return { ...files, 'manifest.json': new Blob([text]) };
}

test.each<[string, Record<string, unknown>, string]>([
  ['the same id twice', { ids: dataset.items.ids.map(() => 'one') }, 'the same id twice'],
  ['numbers for titles', { titles: dataset.items.ids.map(() => 1) }, 'no proper “titles”'],
  ['a genre without a name', { genres: [] }, 'no proper “genresOf”'],
  ['counts below nought', { counts: dataset.items.ids.map(() => -1) }, 'no proper “counts”'],
  ['too few years', { years: [] }, 'no proper “years”'],
])('items are refused with %s', async (_what, changes, message) => {
  await expect(read(await withItems(changes))).rejects.toThrow(message);
});

test('items are refused that are not packed', async () => {
  const plain = await vouchingFor('items.bin', new Blob(['{}']));
  await expect(read(plain)).rejects.toThrow('items.bin cannot be unpacked');
});

test('a file that is cut short, or changed by a byte, is named with what to do', async () => {
  const file = files['int8.safetensors'];
  const cut = { ...files, 'int8.safetensors': file.slice(0, -10) };
  await expect(read(cut)).rejects.toThrow(`has ${file.size - 10} bytes instead of ${file.size}`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  bytes[bytes.length - 1] ^= 1;
  const changed = { ...files, 'int8.safetensors': new Blob([bytes]) };
  await expect(read(changed)).rejects.toThrow(
    'int8.safetensors is not the file that the manifest vouches for. Export the bundle again',
  );
});

test.each<[string, (values: Float32Array<ArrayBuffer>) => void, string]>([
  ['what is not a number', (values) => (values[3] = NaN), 'other than finite numbers in “items”'],
  ['the infinite', (values) => (values[0] = Infinity), 'other than finite numbers in “items”'],
])('weights are refused with %s', async (_what, damage, message) => {
  const { tensors, metadata } = await decodeSafetensors(files['float32.safetensors']);
  damage(tensors.items.values as Float32Array<ArrayBuffer>);
  const given = await vouchingFor(
    'float32.safetensors',
    await encodeSafetensors(tensors, metadata),
  );
  await expect(read(given, 'float32')).rejects.toThrow(message);
});

test('weights of other items, and in another precision, are refused', async () => {
  const { tensors, metadata } = await decodeSafetensors(files['float32.safetensors']);
  const swap = async (changes: Record<string, string>): Promise<Files> =>
    vouchingFor(
      'float32.safetensors',
      await encodeSafetensors(tensors, { ...metadata, ...changes }),
    );
  await expect(read(await swap({ vocabulary: 'other' }), 'float32')).rejects.toThrow(
    'belongs to other items',
  );
  await expect(read(await swap({ precision: 'int8' }), 'float32')).rejects.toThrow(
    'does not hold weights in float32',
  );
});

test.each<[string, Record<string, number[]>, string]>([
  ['neighbours that are no items', { neighbours: [0, 90] }, 'neighbours that are no items'],
  [
    'rows that end before they begin',
    { 'local.offsets': [0, 2, 1], 'local.indices': [0], 'local.values': [1] },
    'rows out of place in “local”',
  ],
  ['rows without entries', { 'local.offsets': [0, 1] }, 'rows out of place in “local”'],
])('%s are refused', async (_what, arrays, message) => {
  const { metadata } = await decodeSafetensors(files['float32.safetensors']);
  const tensors = Object.fromEntries(
    Object.entries(arrays).map(([name, values]) => [
      name,
      { shape: [values.length], values: Float32Array.from(values) },
    ]),
  );
  const given = await vouchingFor(
    'float32.safetensors',
    await encodeSafetensors(tensors, metadata),
  );
  await expect(read(given, 'float32')).rejects.toThrow(message);
});
