/**
 * `npm run bench:pack`: makes `dist-bench` a folder that runs on any Linux (x64) with
 * nothing but Node: `node dist-bench/index.js factorization --json`.
 */
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildBench } from './build-bench.mjs';
import { giveUp, install } from './install.mjs';

/** What the npm package `webgpu` needs on that platform; it has 50 MB for others. */
const dawn = ['package.json', 'index.js', 'LICENSE.md', 'dist/linux-x64/dawn.node'];

install();
if (!existsSync('node_modules/webgpu')) giveUp('The package “webgpu” is missing: npm install.');
const folder = await buildBench();
for (const file of dawn) {
  const target = join(folder, 'node_modules/webgpu', file);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(join('node_modules/webgpu', file), target);
}
writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
console.log(`Packed: node ${folder}/index.js factorization`);
