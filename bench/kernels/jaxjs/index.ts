/** jax-js, in a realm of its own. */
import { expose } from 'comlink';
import { opener } from '../endpoint';
import { defineLibrary } from '../library';
import { createRealm } from '../realm';
import { factorization } from './factorization';
import { start } from './start';
import { topk } from './topk';

export const library = defineLibrary(start, { factorization, topk });

expose(createRealm(library), opener());
