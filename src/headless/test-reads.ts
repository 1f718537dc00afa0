import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { appendLine, readLines } from './lines';

/**
 * Writes down that `model` was ranked on the test part of the split with this hash, and
 * returns how often anything has been, on this machine by this person: a test that is
 * read often is no longer a test. One line for each reading, in `palate/test-reads.jsonl`
 * of the folder `XDG_STATE_HOME`, which is `~/.local/state` unless set.
 */
export async function countTestRead(split: string, model: string): Promise<number> {
  const folder = join(process.env.XDG_STATE_HOME || join(homedir(), '.local/state'), 'palate');
  const file = join(folder, 'test-reads.jsonl');
  await mkdir(folder, { recursive: true });
  await appendLine(file, { split, model, at: new Date().toISOString() });
  const reads = await readLines<{ readonly split: string }>(file);
  return reads.filter((read) => read.split === split).length;
}
