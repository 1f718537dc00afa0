/** The bench in Node: `node index.js NAME [--json]`. */
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { casesOf } from '../cases';
import { measure } from '../measure';
import { tableOf } from '../table';
import { nodePlatform } from './platform';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [name = 'all'] = positionals;
const platform = nodePlatform(join(import.meta.dirname, 'tfjs-backend-wasm-simd.wasm'));
try {
  const entries = await measure(casesOf(name), platform, console.error);
  console.log(values.json ? JSON.stringify(entries, null, 2) : tableOf(entries));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
