/**
 * What JavaScript may call: AssemblyScript, compiled to WebAssembly that works in the memory
 * of tfjs-backend-wasm. Nothing here has memory of its own: numbers are found at addresses
 * (in bytes) that the caller gives, and so is room to work in. Rows have at least one number;
 * loops ask at their end whether to go on, for else V8 makes their constants again each time.
 */
export { nextAbove } from './above';
export { attend, attendBack } from './attention';
export { crossEntropy, multinomial } from './cross-entropy';
export { activate, pass } from './dense';
export { drop } from './dropout';
export { exp, sigmoid, tanh } from './elementwise';
export { gradeItems, gradeUsers, scorePairs, stepListed } from './factorization';
export { blameGru, openGru } from './gru';
export { normalize, normalizeBack } from './layer-norm';
export { blameLstm, openLstm } from './lstm';
export { multiply, SCRATCH_BYTES } from './multiply';
export { step, stepRows } from './optimizer';
export { gatherRows, sumRows } from './rows';
export { addRows } from './segments';
export { softmax } from './softmax';
export { sampledProduct, sparseProduct } from './sparse';
