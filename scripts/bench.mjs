/**
 * `npm run bench -- NAME [--json] [--adapter swiftshader] [--node]`: the kernels against
 * stock TensorFlow.js and jax-js; see bench/kernels/README.md. `import` and `map` are about the page
 * instead: see bench/import/README.md and bench/map/README.md. Stdout is for the result alone.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { buildBench } from './build-bench.mjs';
import { giveUp, install } from './install.mjs';

const [first, ...others] = process.argv.slice(2);

install();
// These say themselves what they can be asked for.
if (first === 'import' || first === 'map') measurePage(first, others);
else await measureKernels();

/**
 * @param {'import' | 'map'} name
 * @param {readonly string[]} args
 */
function measurePage(name, args) {
  const script = `bench/${name}/measure.mjs`;
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}

async function measureKernels() {
  const { values, positionals } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      node: { type: 'boolean', default: false },
      adapter: { type: 'string', default: 'best' },
    },
    allowPositionals: true,
  });
  const [name = 'all'] = positionals;
  const { adapter, json, node } = values;
  if (adapter !== 'best' && adapter !== 'swiftshader') {
    giveUp('The adapter is “swiftshader”, or else the “best” there is.');
  }
  if (node && adapter === 'swiftshader') {
    giveUp('In Node the Vulkan driver is the adapter: choose it by VK_DRIVER_FILES.');
  }
  await (node ? inNode(name, json) : inChromium(name, adapter, json));
}

/**
 * @param {string} name
 * @param {boolean} json
 */
async function inNode(name, json) {
  const program = `${await buildBench()}/index.js`;
  const args = [program, name, ...(json ? ['--json'] : [])];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}

/**
 * @param {string} name
 * @param {'best' | 'swiftshader'} adapter
 * @param {boolean} json
 */
async function inChromium(name, adapter, json) {
  const { benchInChromium } = await import('./bench-chromium.mjs');
  const { entries, table } = await benchInChromium(name, adapter).catch((error) =>
    giveUp(error.message),
  );
  console.log(json ? JSON.stringify(entries, null, 2) : table);
}
