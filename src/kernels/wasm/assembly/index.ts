/**
 * What JavaScript may call: AssemblyScript, compiled to WebAssembly that works in the memory
 * of tfjs-backend-wasm. Nothing here has memory of its own: numbers are found at addresses
 * (in bytes) that the caller gives, and so is room to work in.
 */
export { exp, sigmoid, tanh } from './elementwise';
export { multiply, SCRATCH_BYTES } from './multiply';
export { gatherRows, sumRows } from './rows';
export { softmax } from './softmax';
