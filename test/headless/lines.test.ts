import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { appendLine, readLines } from '../../src/headless/lines';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'palate-'))));

test('what is added line by line is read again', async () => {
  const file = join(folder, 'whole.jsonl');
  expect(await readLines(file)).toEqual([]);
  await appendLine(file, { trial: 1 });
  await appendLine(file, { trial: 2 });
  expect(await readFile(file, 'utf8')).toBe('{"trial":1}\n{"trial":2}\n');
  expect(await readLines(file)).toEqual([{ trial: 1 }, { trial: 2 }]);
});

test('a last line that was cut off says nothing, and takes nothing with it', async () => {
  const file = join(folder, 'cut.jsonl');
  await writeFile(file, '{"trial":1}\n{"tri');
  expect(await readLines(file)).toEqual([{ trial: 1 }]);
  await appendLine(file, { trial: 2 });
  expect(await readLines(file)).toEqual([{ trial: 1 }, { trial: 2 }]);
});
