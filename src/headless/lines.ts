import { appendFile, readFile } from 'node:fs/promises';

/**
 * What a file of one JSON value a line says: nothing where there is no file, and nothing by a
 * line that was cut off.
 */
export async function readLines<T>(file: string): Promise<T[]> {
  const text = await textOf(file);
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as T];
    } catch {
      return [];
    }
  });
}

/** Adds a line, which does not become part of a last one that was cut off. */
export async function appendLine(file: string, value: object): Promise<void> {
  const isCutOff = /[^\n]$/.test(await textOf(file));
  await appendFile(file, `${isCutOff ? '\n' : ''}${JSON.stringify(value)}\n`);
}

function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}
