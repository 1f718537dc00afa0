/**
 * `npm run bench -- NAME [--json] [--adapter swiftshader] [--node]`: the kernels against
 * stock TensorFlow.js and jax-js; see bench/kernels/README.md. `import` and `map` are about the page
 * instead: see bench/import/README.md and bench/map/README.md. Stdout is for the result alone.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { buildBench } from './build-bench.mjs';
import { giveUp, install } from './install.mjs';

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    node: { type: 'boolean', default: false },
    train: { type: 'boolean', default: false },
    cancel: { type: 'boolean', default: false },
    adapter: { type: 'string', default: 'best' },
  },
  allowPositionals: true,
});
const [name = 'all'] = positionals;
const { adapter, json } = values;
if (adapter !== 'best' && adapter !== 'swiftshader') {
  giveUp('The adapter is “swiftshader”, or else the “best” there is.');
}
if (values.node && adapter === 'swiftshader') {
  giveUp('In Node the Vulkan driver is the adapter: choose it by VK_DRIVER_FILES.');
}

install();
if (name === 'import' || name === 'map')
  spawnSync(process.execPath, [`bench/${name}/measure.mjs`, ...process.argv.slice(3)], {
    stdio: 'inherit',
  });
else await (values.node ? inNode() : inChromium(adapter));

async function inNode() {
  const program = `${await buildBench()}/index.js`;
  const args = [program, name, ...(json ? ['--json'] : [])];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}

/** @param {'best' | 'swiftshader'} adapter */
async function inChromium(adapter) {
  const { benchInChromium } = await import('./bench-chromium.mjs');
  const { entries, table } = await benchInChromium(name, adapter).catch((error) =>
    giveUp(error.message),
  );
  console.log(json ? JSON.stringify(entries, null, 2) : table);
}
