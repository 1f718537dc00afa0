import { copyFileSync, rmSync } from 'node:fs';
import { buildForNode, isOld } from './build-node.mjs';

const output = 'dist-bench';

/** Builds the bench for Node, unless it is newer than its sources; gives the folder. */
export async function buildBench() {
  if (!isOld(`${output}/index.js`, ['bench/kernels', 'scripts/build-bench.mjs'])) return output;
  console.error('Building …');
  rmSync(output, { recursive: true, force: true });
  for (const name of ['gpu', 'ceiling', 'ours', 'tfjs', 'jaxjs', 'index']) {
    const inNode = name === 'gpu' || name === 'index';
    const source = `bench/kernels/${inNode ? `node/${name}` : `${name}/index`}.ts`;
    await buildForNode({ source, folder: output, name });
  }
  copyFileSync(
    'node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
    `${output}/tfjs-backend-wasm-simd.wasm`,
  );
  return output;
}
