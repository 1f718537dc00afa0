/**
 * The TensorFlow.js operations in use. Only `kernels/` names that library: should
 * it have to be replaced, this list is what a replacement must provide.
 */
import '@tensorflow/tfjs-core'; // first, for gradients are registered where its flags are
import '@tensorflow/tfjs-core/dist/register_all_gradients';

export {
  add,
  cast,
  clone,
  concat,
  div,
  dispose,
  engine,
  exp,
  expandDims,
  eye,
  gather,
  greaterEqual,
  log,
  logSumExp,
  matMul,
  max,
  mean,
  mod,
  mul,
  neg,
  notEqual,
  ones,
  oneHot,
  relu,
  reshape,
  rsqrt,
  scatterND,
  sigmoid,
  slice,
  softmax,
  softplus,
  split,
  square,
  squeeze,
  stack,
  sub,
  sum,
  tanh,
  tensor,
  tensor1d,
  tensor2d,
  tidy,
  transpose,
  unstack,
  valueAndGrads,
  where,
  zeros,
  zerosLike,
} from '@tensorflow/tfjs-core';
export { lookup } from './lookup/lookup';
export type { Lookup } from './differentiate';
export { memory } from '@tensorflow/tfjs-core';
export type { Scalar, Tensor, Tensor1D, TensorLike } from '@tensorflow/tfjs-core';
