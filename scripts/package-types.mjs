/** The types of the package: of its entries, and of what they name, and nothing else. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { giveUp } from './install.mjs';

/** Where a module says what another one is. */
const specifiers = /(?<=(?:from |import\()['"])\.[^'"]+(?=['"])/g;

/**
 * Writes the declarations of `entries` into `folder/types`, as they lie below `src`.
 * @param {string} folder
 * @param {readonly string[]} entries
 */
export function buildTypes(folder, entries) {
  const made = mkdtempSync(join(tmpdir(), 'palate-types-'));
  const command = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.package.json'];
  const { status } = spawnSync(process.execPath, [...command, '--outDir', made], {
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) giveUp('The types of the package could not be made; see above.');
  const wanted = new Set(entries.map((entry) => entry.replace(/\.ts$/, '')));
  for (const module of wanted) {
    const text = readFileSync(join(made, `${module}.d.ts`), 'utf8').replace(specifiers, (name) => {
      const [found, ending] = resolve(made, posix.join(posix.dirname(module), name));
      wanted.add(found);
      return `${name}${ending}.js`;
    });
    const file = join(folder, 'types', `${module.replace(/^src\//, '')}.d.ts`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  rmSync(made, { recursive: true });
}

/**
 * A module by its full name, and what was left off that: Node wants it whole.
 * @param {string} made
 * @param {string} name
 * @returns {[name: string, ending: string]}
 */
function resolve(made, name) {
  const ending = existsSync(join(made, `${name}.d.ts`)) ? '' : '/index';
  return [name + ending, ending];
}
