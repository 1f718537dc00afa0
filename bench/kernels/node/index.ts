/** The bench in Node: `node index.js NAME [--json]`. */
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { benchNames, type BenchName } from '../entry';
import { casesOf } from '../cases';
import { measure } from '../measure';
import { tableOf } from '../table';
import { nodePlatform } from './platform';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [name = 'all'] = positionals;
if (name !== 'all' && !benchNames.includes(name as BenchName)) {
  console.error(`There is no bench “${name}”; there are: ${benchNames.join(', ')}, all.`);
  process.exit(1);
}
const platform = nodePlatform(join(import.meta.dirname, 'tfjs-backend-wasm-simd.wasm'));
const entries = await measure(casesOf(name as BenchName | 'all'), platform, console.error);
console.log(values.json ? JSON.stringify(entries, null, 2) : tableOf(entries));
process.exit();
