/**
 * Vite's way from AssemblyScript to WebAssembly: importing `index.ts?assembly` gives the
 * bytes of two builds, `simd` and `relaxed`, of which the second multiplies and adds at once.
 */
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './install.mjs';

const folder = join(root, 'src/kernels/wasm/assembly');
const ownPath = fileURLToPath(import.meta.url);
const query = '/src/kernels/wasm/assembly/index.ts?assembly';

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
    // Before all else, for whoever imports it may not have seconds to wait.
    async buildStart() {
      await compiled();
    },
    load(id) {
      if (!id.endsWith(query)) return null;
      for (const name of sourceNames()) this.addWatchFile(join(folder, name));
      return compiled();
    },
  };
}

/** What is being compiled, by its key: the servers of one process wait for the same. */
const compiling = new Map();

/** @returns {Promise<string>} the text of a module, with all builds of the sources as they are */
function compiled() {
  const sources = new Map(sourceNames().map((name) => [name, read(join(folder, name))]));
  const tools = [read(join(root, 'node_modules/assemblyscript/package.json')), read(ownPath)];
  const key = createHash('sha256')
    .update(JSON.stringify([tools, ...sources]))
    .digest('hex');
  const found = compiling.get(key) ?? cached(key, () => bundle(sources));
  compiling.set(key, found);
  return found;
}

function sourceNames() {
  return readdirSync(folder).filter((name) => name.endsWith('.ts'));
}

/** @param {string} path */
function read(path) {
  return readFileSync(path, 'utf8');
}

/**
 * @param {string} key
 * @param {() => Promise<string>} make
 */
async function cached(key, make) {
  const path = join(cache, `assembly-${key}.js`);
  if (existsSync(path)) return read(path);
  const made = await make();
  mkdirSync(cache, { recursive: true });
  writeFileSync(`${path}.part`, made);
  renameSync(`${path}.part`, path); // at once, for others may look
  return made;
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
