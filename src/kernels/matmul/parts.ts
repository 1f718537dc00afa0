import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../gpu';
import type { Part } from '../matrix';

/** A product whose sums are in parts, and where it goes. */
interface Parts {
  /** `[batch · parts, rows, columns]`; with `sums` one row more. */
  readonly partial: TensorInfo;
  readonly parts: number;
  readonly out: Part & { readonly batch: number; readonly apart: number };
  /** Takes the last row, `[columns]`. */
  readonly sums: TensorInfo | undefined;
  readonly isAdded: boolean;
}

/** Adds the parts up, in their order. */
export function addUpParts(gpu: Gpu, { partial, parts, out, sums, isAdded }: Parts): void {
  const { rows, columns, from, stride, batch, apart } = out;
  const written = sums ? [out.whole, sums] : [out.whole];
  const rowsOfPart = rows + Number(sums !== undefined);
  gpu.run({
    shader: shader(sums !== undefined, isAdded),
    tensors: [partial, ...written],
    writes: written,
    integers: [batch * rowsOfPart * columns, parts, rowsOfPart, rows, columns, from, stride, apart],
    workgroups: workgroupsFor(batch * rowsOfPart * columns),
  });
}

const shader = (hasSums: boolean, isAdded: boolean): string => `
struct Sizes {
  count: u32, parts: u32, rowsOfPart: u32, rows: u32, columns: u32,
  start: u32, stride: u32, apart: u32,
}
@group(0) @binding(0) var<storage, read> pieces: array<f32>;
@group(0) @binding(1) var<storage, read_write> out: array<f32>;
${hasSums ? '@group(0) @binding(2) var<storage, read_write> sums: array<f32>;' : ''}
@group(0) @binding(${hasSums ? 3 : 2}) var<uniform> sizes: Sizes;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.y * groups.x * 64u + id.x;
  if (index >= sizes.count) { return; }
  let size = sizes.rowsOfPart * sizes.columns;
  let matrix = index / size;
  let row = index % size / sizes.columns;
  let column = index % sizes.columns;
  var total = 0.0;
  for (var part = 0u; part < sizes.parts; part++) {
    total += pieces[(matrix * sizes.parts + part) * size + index % size];
  }
  ${hasSums ? 'if (row == sizes.rows) { sums[column] = total; return; }' : ''}
  let place = sizes.start + matrix * sizes.apart + row * sizes.stride + column;
  out[place] = total${isAdded ? ' + out[place]' : ''};
}
`;
