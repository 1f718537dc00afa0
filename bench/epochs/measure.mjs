/**
 * `node bench/epochs/measure.mjs --data FILE --model NAME --set epochs=3 …`: how long a model's
 * epochs take on a file, with the options of `npm run palate -- evaluate`. Stdout is JSON.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildForNode } from '../../scripts/build-node.mjs';
import { install, root } from '../../scripts/install.mjs';

const typedIn = process.cwd();
install();
await buildForNode({ source: 'bench/epochs/epochs.ts', folder: 'dist-epochs' });
process.chdir(typedIn);
await import(pathToFileURL(join(root, 'dist-epochs/epochs.js')).href);
