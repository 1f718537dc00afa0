/** Where the bundler puts the WASM backend's binary, for pages: SIMD, one thread. */
export { default as wasmBinary } from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
