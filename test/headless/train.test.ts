import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readBundle } from '../../src/engine/bundle/read';
import { parseArguments } from '../../src/headless/arguments';
import { trainCommand } from '../../src/headless/train';

let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palate-'));
  const rows = Array.from({ length: 600 }, (_zero, i) => {
    const user = i % 40;
    return `secret-${user},p${2 * ((3 * Math.floor(i / 40) + user) % 20) + (user % 2)},${1.6e9 + i}`;
  });
  await writeFile(at('ratings.csv'), ['user,item,timestamp', ...rows].join('\n'));
  const items = Array.from({ length: 40 }, (_zero, i) => `p${i},"Thing, no. ${i}",Kind ${i % 2}`);
  await writeFile(at('items.csv'), ['item,title,genres', ...items].join('\n'));
});

const trainOn = (...more: string[]) =>
  trainCommand(
    parseArguments([
      ...[
        '--data',
        at('ratings.csv'),
        '--backend',
        'cpu',
        '--model',
        'als',
        '--protocol',
        'random',
      ],
      ...['--set', 'dim=32', 'epochs=2', ...more],
    ]),
  );

test('train --bundle writes what a visitor can load, with what int8 costs and nobody in it', async () => {
  const { bundle } = (await trainOn('--items', at('items.csv'), '--bundle', at('shop'))) as {
    bundle: { visits: { int8: { raw: number } }; measured: { users: number; loss: number } };
  };
  const names = ['float32.safetensors', 'int8.safetensors', 'items.bin', 'manifest.json'];
  expect((await readdir(at('shop'))).sort()).toEqual(names);
  for (const name of names) {
    expect(await readFile(at(`shop/${name}`), 'latin1'), name).not.toContain('secret-');
  }
  const read = async (name: string): Promise<ArrayBuffer> =>
    new Uint8Array(await readFile(at(`shop/${name}`))).buffer;
  const { manifest, items } = await readBundle(read, 'int8');
  expect(manifest).toMatchObject({
    name: 'ratings.csv',
    model: { name: 'als', config: { dim: 32 } },
    measured: { part: 'validation', protocol: 'random', learnedFrom: 'train', users: 40 },
  });
  expect(bundle.measured).toEqual(manifest.measured);
  expect(bundle.visits.int8.raw).toBeGreaterThan(manifest.files['int8.safetensors'].bytes);
  const third = items.ids.indexOf('p3');
  expect([items.titles[third], items.genres[third]]).toEqual(['Thing, no. 3', ['Kind 1']]);
});

test('there must be somewhere to write, and items must be items', async () => {
  await expect(trainOn()).rejects.toThrow('--out FILE.safetensors, or --bundle DIR');
  await expect(trainOn('--out', at('x'), '--items', at('ratings.csv'))).rejects.toThrow(
    '“ratings.csv” does not look like a list of items. It needs a header',
  );
});
