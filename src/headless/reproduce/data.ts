import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { failure } from '../../errors';

/** The path of a published file below a folder of data sets. @throws InputError */
export function findFile(file: string, folders: readonly string[]): string {
  const places = folders.length > 0 ? folders : usualPlaces();
  const found = places.map((folder) => join(folder, file)).find(existsSync);
  if (found !== undefined) return found;
  throw failure(
    'InputError',
    `There is no ${file} in ${places.join(', ') || 'any folder called data'}. Fetch the data set from those who publish it, and say where it lies: --data FOLDER.`,
  );
}

/** A folder `data` here, or in a folder beside this one. */
function usualPlaces(): string[] {
  const beside = readdirSync('..').map((name) => join('..', name, 'data'));
  return ['data', ...beside].filter(existsSync);
}
