/** AssemblyScript, compiled while bundling: the bytes of two builds of one module. */
declare module '*?assembly' {
  export const simd: Uint8Array<ArrayBuffer>;
  /** The same with the fused operations of relaxed SIMD, which not every engine knows. */
  export const relaxed: Uint8Array<ArrayBuffer>;
}
