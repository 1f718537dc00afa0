import { assembly } from './assembly.mjs';
import { isStale } from './stale.mjs';

/** TensorFlow.js's WASM loader takes Node for CommonJS and expects these. */
const commonJs = `
import { createRequire as createCommonJsRequire } from 'node:module';
const require = createCommonJsRequire(import.meta.url);
const __filename = import.meta.filename;
const __dirname = import.meta.dirname;
`;

/** What every program for Node is made of, besides its own source. */
const sources = ['src', 'scripts/build-node.mjs', 'scripts/assembly.mjs', 'package-lock.json'];

/**
 * Whether something made from our sources, and `own` ones, is missing or older than they are.
 * @param {string} file
 * @param {string[]} own
 */
export function isOld(file, own) {
  return isStale(file, [...sources, ...own]);
}

/**
 * Builds `source` into `folder`, for Node, as a bundle that shares no module with another. Several
 * sources, by the names of what is made of them, share theirs, which lie beside them.
 * @param {{ source: string | Record<string, string>, folder: string, name?: string }} what
 */
export async function buildForNode({ source, folder, name }) {
  const vite = await import('vite');
  const isOne = typeof source === 'string';
  await vite.build({
    configFile: false,
    plugins: [assembly()],
    publicDir: false,
    logLevel: 'error',
    build: {
      ssr: isOne ? source : true,
      outDir: folder,
      emptyOutDir: name === undefined,
      target: 'node20',
      rolldownOptions: {
        ...(isOne ? {} : { input: source }),
        output: {
          banner: commonJs,
          ...(isOne ? {} : { chunkFileNames: '[name]-[hash].js' }),
          ...(name && { entryFileNames: `${name}.js`, chunkFileNames: `${name}-[name].js` }),
        },
      },
    },
    // The packages of TensorFlow.js import files without their endings, which Node refuses.
    ssr: { noExternal: true },
  });
}
