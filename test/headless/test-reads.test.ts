import { appendFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { countTestRead } from '../../src/headless/test-reads';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palate-'));
  vi.stubEnv('XDG_STATE_HOME', folder);
});

test('reads of one split are counted over models, and apart from those of another', async () => {
  expect(await countTestRead('one', 'ease')).toBe(1);
  expect(await countTestRead('one', 'popularity')).toBe(2);
  expect(await countTestRead('other', 'ease')).toBe(1);
  expect(await countTestRead('one', 'ease')).toBe(3);
});

test('go on being counted after one whose note was cut off', async () => {
  await appendFile(join(folder, 'palate/test-reads.jsonl'), '{"split":"o');
  expect(await countTestRead('one', 'ease')).toBe(4);
});
