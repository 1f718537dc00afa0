/**
 * `node bench/latency/measure.mjs [--items 3706,60000] [--models ease,als] [--backend wasm]`: how
 * long each model takes to a list for someone it has not met. Stdout is JSON.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildForNode } from '../../scripts/build-node.mjs';
import { install, root } from '../../scripts/install.mjs';

install();
await buildForNode({ source: 'bench/latency/latency.ts', folder: 'dist-latency' });
await import(pathToFileURL(join(root, 'dist-latency/latency.js')).href);
