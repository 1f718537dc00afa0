/**
 * `npm run bench -- NAME [--json] [--adapter swiftshader] [--node]`: the kernels against
 * stock TensorFlow.js and jax-js; see bench/kernels/README.md.
 */
import { spawnSync } from 'node:child_process';
import { buildBench } from './build-bench.mjs';
import { install } from './install.mjs';

install();
const output = await buildBench();
const args = process.argv.slice(2).filter((argument) => argument !== '--node');
const { status } = spawnSync(process.execPath, [`${output}/index.js`, ...args], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
