/** Stock TensorFlow.js, in a realm of its own: none of our kernels is registered there. */
import { expose } from 'comlink';
import { opener } from '../endpoint';
import { defineLibrary } from '../library';
import { createRealm } from '../realm';
import { attention } from './attention';
import { factorization } from './factorization';
import { lstm } from './lstm';
import { start } from './start';
import { spmm } from './spmm';
import { topk } from './topk';

export const library = defineLibrary(start, { factorization, lstm, attention, topk, spmm });

expose(createRealm(library), opener());
