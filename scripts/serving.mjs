/**
 * Vite's way to what serves a visitor: it computes on the processor, on one thread, so that
 * the WebGPU backend, our own kernels' forms for it and the builds for other engines stay out.
 */
import { readFileSync } from 'node:fs';

const absent = /^@tensorflow\/tfjs-backend-webgpu$|tfjs-backend-wasm-threaded-simd/;
const nothing = '\0nothing';
/** What serving never calls: our kernels for graphics cards and for learning, and TensorFlow.js's own files and optimizers. */
const unused = new RegExp(
  [
    '/src/kernels/(.+/)?gpu\\.ts$',
    '/src/kernels/(catalogue-loss|multinomial-loss|optimizer|sampled-softmax)/(host|native)\\.ts$',
    'tfjs-core/dist/io/(browser_files|http|indexed_db|local_storage|passthrough|weights_loader)\\.js$',
    'tfjs-core/dist/optimizers/register_optimizers\\.js$',
  ].join('|'),
);

/** @returns {import('vite').Plugin} */
export function servingOnly() {
  return {
    name: 'palate-serving',
    enforce: 'pre',
    resolveId: (id) => (absent.test(id) ? nothing : null),
    load(id) {
      if (unused.test(id)) return emptied(readFileSync(id, 'utf8'));
      if (id !== nothing) return null;
      return 'export default null; export const wasmWorkerContents = null, WebGPUBackend = null;';
    },
    transform(code, id) {
      if (!id.endsWith('?assembly')) return null;
      // The build that every engine knows is fast enough for one visitor.
      return code.replace(/export const relaxed = .*/, 'export const relaxed = simd;');
    },
  };
}

/**
 * A module with the same names, behind which there is nothing to do.
 * @param {string} source
 */
function emptied(source) {
  const declared = source.matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm);
  const listed = source.matchAll(/^export \{([^}]*)\};$/gm);
  const names = [...declared, ...listed].flatMap(([, found]) => found.split(','));
  return names.map((name) => `export const ${name.trim()} = () => {};`).join('\n');
}
