import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Config } from '../../engine/models/model';
import type { Run } from './run';

/** What has been measured so far, by the name of the figure: one run for each seed. */
export type Ledger = Readonly<Record<string, readonly Run[]>>;

/** Empty where there is no such file yet. */
export async function readLedger(file: string): Promise<Ledger> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  return JSON.parse(text) as Ledger;
}

export async function writeText(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** The runs of a figure that were measured with this configuration; others no longer count. */
export function runsOf(ledger: Ledger, name: string, config: Config): readonly Run[] {
  return (ledger[name] ?? []).filter((run) => isDeepStrictEqual(run.config, config));
}
