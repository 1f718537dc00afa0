import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

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
  await appendFile(file, `${JSON.stringify({ split, model, at: new Date().toISOString() })}\n`);
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  return lines.filter((line) => (JSON.parse(line) as { split: string }).split === split).length;
}
