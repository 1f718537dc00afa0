import { copyFileSync, rmSync } from 'node:fs';
import { assembly } from './assembly.mjs';
import { isStale } from './stale.mjs';

const output = 'dist-bench';
const sources = [
  'bench/kernels',
  'src',
  'scripts/build-bench.mjs',
  'scripts/assembly.mjs',
  'package-lock.json',
];

/** TensorFlow.js's WASM loader takes Node for CommonJS and expects these. */
const commonJs = `
import { createRequire as createCommonJsRequire } from 'node:module';
const require = createCommonJsRequire(import.meta.url);
const __filename = import.meta.filename;
const __dirname = import.meta.dirname;
`;

/** Builds the bench for Node, unless it is newer than its sources; gives the folder. */
export async function buildBench() {
  if (!isStale(`${output}/index.js`, sources)) return output;
  console.error('Building …');
  rmSync(output, { recursive: true, force: true });
  const vite = await import('vite');
  for (const name of ['gpu', 'ceiling', 'ours', 'tfjs', 'jaxjs', 'index']) await build(vite, name);
  copyFileSync(
    'node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
    `${output}/tfjs-backend-wasm-simd.wasm`,
  );
  return output;
}

/**
 * Each realm is a bundle of its own: it shares no module with another.
 * @param {typeof import('vite')} vite
 * @param {string} name
 */
function build({ build }, name) {
  const inNode = name === 'gpu' || name === 'index';
  return build({
    configFile: false,
    plugins: [assembly()],
    publicDir: false,
    logLevel: 'error',
    build: {
      ssr: `bench/kernels/${inNode ? `node/${name}` : `${name}/index`}.ts`,
      outDir: output,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: {
        output: {
          banner: commonJs,
          entryFileNames: `${name}.js`,
          chunkFileNames: `${name}-[name].js`,
        },
      },
    },
    ssr: { noExternal: true },
  });
}
