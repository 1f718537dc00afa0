import { appendFile, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { parseArguments } from '../../src/headless/arguments';
import { tuneCommand } from '../../src/headless/tune';
import type { Entry } from '../../src/headless/tune-ledger';

let folder: string;
const ledger = (): string => join(folder, 'trials.jsonl');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palate-'));
  vi.stubEnv('XDG_STATE_HOME', folder);
  const rows = Array.from({ length: 240 }, (_zero, i) => `${i % 24},${(7 * i) % 31},${i}`);
  await writeFile(join(folder, 'events.csv'), ['user,item,timestamp', ...rows].join('\n'));
});

/** What is looked at of a tuning. */
interface Tuned {
  readonly models: Readonly<
    Record<string, { trials: number; default: number; best: { trial: number; value: number } }>
  >;
}

const tune = (...more: string[]) =>
  tuneCommand(
    parseArguments([
      ...['--data', join(folder, 'events.csv'), '--backend', 'cpu', '--out', ledger()],
      ...['--protocol', 'random', '--model', 'item-knn', 'ease', ...more],
    ]),
  ) as Promise<Tuned>;

const lines = async () => (await readFile(ledger(), 'utf8')).trim().split('\n');

test('as many trials of each model, of which the best is no worse than the defaults', async () => {
  const { models } = await tune('--trials', '4');
  expect(Object.keys(models)).toEqual(['item-knn', 'ease']);
  for (const { trials, best, default: usual } of Object.values(models)) {
    expect(trials).toBe(4);
    expect(best.value).toBeGreaterThanOrEqual(usual);
  }
  expect((await lines()).length).toBe(8);
  await expect(readFile(join(folder, 'palate/test-reads.jsonl'))).rejects.toThrow(); // never read
});

test('goes on where it was cut off, and makes no trial twice', async () => {
  const before = await lines();
  await appendFile(ledger(), '{"split":"cut o\n');
  const { models } = await tune('--trials', '6');
  expect(models.ease.trials).toBe(6);
  const after = await lines();
  expect(after.slice(0, 8)).toEqual(before);
  expect(after.length).toBe(8 + 1 + 4);
});

test('keeps what is set by hand, and refuses what no model has', async () => {
  await tune('--trials', '2', '--set', 'l2=7');
  const last = JSON.parse((await lines()).at(-1)!) as { config: object };
  expect(last.config).toEqual({ l2: 7 });
  await expect(tune('--set', 'taste=1')).rejects.toMatchObject({ name: 'ConfigError' });
});

test('a published figure is tuned on its own data and split, among as many drawn items', async () => {
  const rows = Array.from({ length: 300 }, (_zero, i) => `${i % 20}::${(7 * i) % 127}::3::${i}`);
  await mkdir(join(folder, 'ml-1m'));
  await writeFile(join(folder, 'ml-1m/ratings.dat'), rows.join('\n'));
  const out = join(folder, 'figure.jsonl');
  const typed = ['--figure', 'ml-1m-ncf-ease', '--data', folder, '--trials', '2', '--out', out];
  await tuneCommand(parseArguments([...typed, '--backend', 'cpu']));
  const entries = (await readFile(out, 'utf8')).trim().split('\n');
  expect(entries.map((line) => (JSON.parse(line) as Entry).metric)).toEqual(['hr@10', 'hr@10']);
});
