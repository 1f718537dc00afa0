import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../gpu';
import { extentOf, partOf, type Extent, type Flips, type Matrix, type Part } from '../matrix';
import { groupSize, type ProductForm } from './form';
import { productShader } from './shader';
import { tileFor, wantedInvocations } from './tile';

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

/** How a product is shared out to the invocations. */
type Cut = Pick<ProductForm, 'tile' | 'slices'>;

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
  const { rows, depth, columns } = extentOf(a, b, options);
  const extent = { rows: rows + Number(options.sums !== undefined), depth, columns };
  const parts = { out: partOf(out), a: partOf(a), b: partOf(b) };
  run(gpu, { ...extent, ...parts, batch: options.batch ?? single }, options);
}

/** A slice of a sum has at least so many terms. */
const leastDepth = 16;

/** The largest tile that leaves enough to do at once; where none does and sums are deep, these are cut. */
function cutOf(product: Product, options: ProductOptions): Cut {
  const { rows, depth, columns, batch } = product;
  const invocations = (tile: number): number =>
    batch.size * Math.ceil(rows / tile) * Math.ceil(columns / tile);
  const isInVectors = Object.values(vectorsOf(product, options)).every(Boolean);
  const tile = tileFor(invocations, isInVectors);
  const isFinal = options.bias !== undefined || options.hasRelu === true;
  if (isFinal || (tile > 4 && !options.sums)) return { tile, slices: 1 };
  const isEnough = (slices: number): boolean => slices * invocations(8) >= wantedInvocations();
  const fitting = [4, 16, 64].filter((slices) => slices * leastDepth <= depth);
  const slices = fitting.find(isEnough) ?? fitting.at(-1) ?? (options.sums ? 4 : 1);
  return { tile: slices === 1 ? tile : 8, slices };
}

function run(gpu: Gpu, product: Product, options: ProductOptions): void {
  const { out, a, b, batch, rows, columns, depth } = product;
  const { bias, gate, sums } = options;
  const form = formOf(product, options);
  const { tile, slices, across } = form;
  const down = groupSize / slices / across;
  const groups = Math.ceil(columns / (tile * across)) * Math.ceil(rows / (tile * down));
  const others = [gate?.numbers, bias, sums].filter((tensor) => tensor !== undefined);
  gpu.run({
    shader: shaderOf(form),
    tensors: [out.whole, a.whole, b.whole, ...others],
    writes: sums ? [out.whole, sums] : [out.whole],
    integers: [
      ...[rows, columns, depth, batch.size, 4 * Math.ceil(depth / slices / 4)],
      ...[a.from, a.stride, batch.a],
      ...[b.from, b.stride, batch.b],
      ...[out.from, out.stride, batch.out],
    ],
    workgroups: workgroupsFor(groups * batch.size, 1),
  });
}

function formOf(product: Product, options: ProductOptions): ProductForm {
  const { columns, depth } = product;
  const { tile, slices } = cutOf(product, options);
  const vectors = vectorsOf(product, options);
  const { transposeA = false, transposeB = false, isAdded = false, hasRelu = false } = options;
  return {
    transposeA,
    transposeB,
    ...vectors,
    vectorsOut: vectors.vectorsOut && slices === 1,
    hasTail: depth % 4 !== 0,
    isAdded,
    gated: options.gate?.of ?? null,
    hasSums: options.sums !== undefined,
    hasBias: options.bias !== undefined,
    hasRelu,
    tile,
    slices,
    across: Math.min(2 ** Math.ceil(Math.log2(Math.ceil(columns / tile))), 8, groupSize / slices),
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
