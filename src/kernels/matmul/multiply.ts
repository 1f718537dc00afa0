import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../gpu';
import { extentOf, partOf, type Extent, type Flips, type Matrix, type Part } from '../matrix';
import { addUpParts } from './parts';
import { groupSize, productShader, type ProductForm } from './shader';
import { tileFor } from './tile';

export interface ProductOptions extends Flips {
  /** Whether the product is added to what is in `out`. */
  readonly isAdded?: boolean;
  /** `[columns]`, added to each row. */
  readonly bias?: TensorInfo;
  /** Whether negative numbers become 0, after all else. */
  readonly hasRelu?: boolean;
  /** A factor counts only where `numbers`, which lie as it does, are above 0. */
  readonly gate?: { readonly of: 'a' | 'b'; readonly numbers: TensorInfo };
  /** Takes the sums of the columns of `b`, `[columns]`; for a product of `a` transposed. */
  readonly sums?: TensorInfo;
  readonly batch?: Batch;
}

/** So many products of matrices of one size, and how far it is from one matrix to the next. */
export interface Batch {
  readonly size: number;
  readonly a: number;
  readonly b: number;
  readonly out: number;
}

const single: Batch = { size: 1, a: 0, b: 0, out: 0 };

interface Product extends Extent {
  readonly out: Part;
  readonly a: Part;
  readonly b: Part;
  readonly batch: Batch;
}

/** How a product is cut for the invocations. */
interface Cut {
  readonly tile: number;
  /** Into how many sums each sum is cut, … */
  readonly parts: number;
  /** … each of so many terms. */
  readonly depthOfPart: number;
}

/**
 * `a · b` into `out`, on WebGPU: parts of tensors, of any size, either of them
 * transposed. The order of every sum is the same every time.
 */
export function multiplyInto(
  gpu: Gpu,
  out: Matrix,
  a: Matrix,
  b: Matrix,
  options: ProductOptions = {},
): void {
  const { sums, batch = single, isAdded = false } = options;
  const { rows, depth, columns } = extentOf(a, b, options);
  const extent = { rows: rows + Number(sums !== undefined), depth, columns };
  const parts = { ...extent, batch, out: partOf(out), a: partOf(a), b: partOf(b) };
  const cut = cutOf(parts, options);
  const product = { ...parts, ...cut };
  if (cut.parts === 1 && !sums) {
    run(gpu, product, options);
    return;
  }
  const count = extent.rows * columns;
  const partial = gpu.make([batch.size * cut.parts, extent.rows, columns]);
  const target = { batch: { ...batch, out: count }, out: partOf(partial) };
  run(gpu, { ...product, ...target }, { ...options, isAdded: false });
  const place = { ...product.out, rows, columns, batch: batch.size, apart: batch.out };
  addUpParts(gpu, { partial, parts: cut.parts, out: place, sums, isAdded });
  gpu.free(partial);
}

/** Fewer invocations than this leave a GPU idle. */
const fewInvocations = 2048;

/** A part of a sum has at least so many terms. */
const leastDepth = 128;

/** The largest tile that leaves enough to do at once, should deep sums be cut into parts. */
function cutOf(product: Product, options: ProductOptions): Cut {
  const { rows, depth, columns, batch } = product;
  const invocations = (tile: number): number =>
    batch.size * Math.ceil(rows / tile) * Math.ceil(columns / tile);
  const isFinal = options.bias !== undefined || options.hasRelu === true;
  const mostParts = isFinal ? 1 : Math.max(Math.floor(depth / leastDepth), 1);
  const isInVectors = Object.values(vectorsOf(product, options)).every(Boolean);
  const tile = tileFor((size) => mostParts * invocations(size), isInVectors);
  const wanted = Math.ceil(fewInvocations / invocations(tile));
  const depthOfPart = 4 * Math.ceil(depth / Math.min(wanted, mostParts) / 4);
  return { tile, parts: Math.ceil(depth / depthOfPart), depthOfPart };
}

function run(gpu: Gpu, product: Product & Cut, options: ProductOptions): void {
  const { out, a, b, batch, tile, rows, columns, depth, parts, depthOfPart } = product;
  const { bias, gate } = options;
  const form = formOf(product, options);
  const down = groupSize / form.across;
  const groups = Math.ceil(columns / (tile * form.across)) * Math.ceil(rows / (tile * down));
  const factors = [a.whole, b.whole, ...(gate ? [gate.numbers] : []), ...(bias ? [bias] : [])];
  gpu.run({
    shader: shaderOf(form),
    tensors: [out.whole, ...factors],
    writes: [out.whole],
    integers: [
      ...[rows, columns, depth, batch.size, parts, depthOfPart],
      ...[a.from, a.stride, batch.a],
      ...[b.from, b.stride, batch.b],
      ...[out.from, out.stride, batch.out],
    ],
    workgroups: workgroupsFor(groups * batch.size * parts, 1),
  });
}

function formOf(product: Product & Cut, options: ProductOptions): ProductForm {
  const { tile, columns, depth } = product;
  const { transposeA = false, transposeB = false, isAdded = false, hasRelu = false } = options;
  return {
    transposeA,
    transposeB,
    ...vectorsOf(product, options),
    hasTail: depth % 4 !== 0,
    isAdded,
    gated: options.gate?.of ?? null,
    hasSums: options.sums !== undefined,
    hasBias: options.bias !== undefined,
    hasRelu,
    tile,
    across: Math.min(2 ** Math.ceil(Math.log2(Math.ceil(columns / tile))), 8),
  };
}

type Vectors = Pick<ProductForm, 'vectorsA' | 'vectorsB' | 'vectorsOut'>;

function vectorsOf(
  { out, a, b, batch, depth, columns }: Product,
  { transposeA = false, transposeB = false }: Flips,
): Vectors {
  const isFourfold = (...numbers: number[]): boolean => numbers.every((n) => n % 4 === 0);
  const startFourfold = (part: Part, apart: number): boolean =>
    isFourfold(part.from, part.stride, apart);
  return {
    vectorsA: startFourfold(a, batch.a) && (transposeA || isFourfold(depth)),
    vectorsB: startFourfold(b, batch.b) && (!transposeB || isFourfold(depth)),
    vectorsOut: startFourfold(out, batch.out) && isFourfold(columns),
  };
}

/** Shaders by their form: the same text is compiled once. */
const shaders = new Map<string, string>();

function shaderOf(form: ProductForm): string {
  const key = JSON.stringify(form);
  const shader = shaders.get(key) ?? productShader(form);
  shaders.set(key, shader);
  return shader;
}
