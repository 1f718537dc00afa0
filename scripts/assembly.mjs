/**
 * Vite's way from AssemblyScript to WebAssembly: importing `index.ts?assembly` gives the
 * bytes of two builds, `simd` and `relaxed`, of which the second multiplies and adds at once.
 */
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './install.mjs';

const query = '?assembly';

/** Compiling takes seconds: what it gave is kept by what it was given. */
const cache = join(root, 'node_modules/.cache/palate');

/** Works in a memory that is given, and keeps nothing there: no runtime, no stack, no data. */
const options = [
  ...['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--noExportMemory'],
  ...['--disableWarning', '112', '--disableWarning', '201'], // about hosts and sizes that are not ours
];

const builds = {
  simd: ['--enable', 'simd'],
  relaxed: ['--enable', 'simd', '--enable', 'relaxed-simd'],
};

/** @returns {import('vite').Plugin} */
export function assembly() {
  return {
    name: 'palate-assembly',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(query)) return null;
      const folder = dirname(id);
      const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
      for (const name of names) this.addWatchFile(join(folder, name));
      const sources = new Map(
        names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
      );
      return cached(hash(sources), () => bundle(sources));
    },
  };
}

/** @param {ReadonlyMap<string, string>} sources */
function hash(sources) {
  const tools = readFileSync(join(root, 'node_modules/assemblyscript/package.json'), 'utf8');
  const own = readFileSync(new URL(import.meta.url), 'utf8');
  return createHash('sha256')
    .update(JSON.stringify([tools, own, ...sources]))
    .digest('hex');
}

/**
 * @param {string} key
 * @param {() => Promise<string>} make
 */
async function cached(key, make) {
  const path = join(cache, `assembly-${key}.js`);
  try {
    return readFileSync(path, 'utf8');
  } catch {
    const made = await make();
    mkdirSync(cache, { recursive: true });
    writeFileSync(path, made);
    return made;
  }
}

/**
 * The bytes of all builds, as the text of a module.
 * @param {ReadonlyMap<string, string>} sources by name of the file
 */
async function bundle(sources) {
  const lines = ['const decode = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));'];
  for (const [name, features] of Object.entries(builds)) {
    const text = Buffer.from(await compile(sources, features)).toString('base64');
    lines.push(`export const ${name} = decode('${text}');`);
  }
  return lines.join('\n');
}

/**
 * @param {ReadonlyMap<string, string>} sources
 * @param {readonly string[]} features
 * @returns {Promise<Uint8Array>} a WebAssembly module
 */
async function compile(sources, features) {
  const { default: asc } = await import('assemblyscript/asc');
  /** @type {Uint8Array[]} */
  const modules = [];
  const { error, stderr } = await asc.main(
    ['index.ts', '--outFile', 'index.wasm', ...options, ...features],
    {
      readFile: (name) => sources.get(name) ?? null,
      writeFile: (_name, contents) =>
        void modules.push(/** @type {Uint8Array} */ (/** @type {unknown} */ (contents))),
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`AssemblyScript: ${error.message}\n${stderr.toString()}`);
  return modules[0];
}
