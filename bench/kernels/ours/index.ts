/** Palate itself, in a realm of its own. */
import { expose } from 'comlink';
import { startBackend } from '../../../src/kernels/backend';
import * as tf from '../../../src/kernels/tensor';
import { opener } from '../endpoint';
import { defineLibrary } from '../library';
import { createRealm, type Setting } from '../realm';
import { attention } from './attention';
import { factorization } from './factorization';
import { lstm } from './lstm';
import { spmm } from './spmm';
import { topk } from './topk';

async function start({ backend, wasmPath }: Setting): Promise<string> {
  const { adapter } = await startBackend({ preferred: backend, wasmPath });
  return adapter;
}

export const library = {
  ...defineLibrary(start, { factorization, lstm, attention, topk, spmm }),
  heldBytes: () => tf.memory().numBytes,
};

expose(createRealm(library), opener());
