/**
 * `npm run palate -- …`: the engine in Node. Builds it when it is missing or old,
 * then runs it where the command was typed. Stdout belongs to the command alone.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildForNode, isOld } from './build-node.mjs';
import { install, root } from './install.mjs';

const output = join(root, 'dist-headless/index.js');
const typedIn = process.env.INIT_CWD ?? process.cwd();

install();
if (isOld(output, ['scripts/palate.mjs'])) {
  console.error('Building …');
  await buildForNode({ source: 'src/headless/index.ts', folder: 'dist-headless' });
}
process.chdir(typedIn);
await import(pathToFileURL(output).href);
