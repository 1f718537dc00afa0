import {
  components,
  groupSize,
  lines,
  list,
  tilesOf,
  vectorsOfTile,
  type ProductForm,
} from './form';
import { store, storeSlices } from './store';

/**
 * A product almost without barriers, for which software adapters pay dearly: each invocation
 * keeps a tile of the result in registers, and reads four numbers at once. It is written
 * out, since those adapters keep what has a changing index in slow memory. Where a
 * product is small and its sums are deep, several invocations sum for one tile, each a
 * slice of the terms, and are added up at the end in an order that never varies.
 */
export function productShader(form: ProductForm): string {
  const { tile, across, hasTail, slices } = form;
  const down = tilesOf(form) / across;
  return `
struct Sizes {
  rows: u32, columns: u32, depth: u32,
  batch: u32, depthOfSlice: u32,
  fromA: u32, strideA: u32, batchA: u32,
  fromB: u32, strideB: u32, batchB: u32,
  fromOut: u32, strideOut: u32, batchOut: u32,
}
${declare(form)}
${reader('a', form)}
${reader('b', form)}

@compute @workgroup_size(${groupSize})
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let across = (sizes.columns + ${across * tile - 1}u) / ${across * tile}u;
  let down = (sizes.rows + ${down * tile - 1}u) / ${down * tile}u;
  let group = id.y * groups.x + id.x;
  let place = group / (across * down);
  if (place >= sizes.batch) { return; }
  let top = group / across % down * ${down * tile}u;
  let left = group % across * ${across * tile}u;
  let row = top + lane % ${tilesOf(form)}u / ${across}u * ${tile}u;
  let column = left + lane % ${across}u * ${tile}u;
  let isInside = row < sizes.rows && column < sizes.columns;
  let baseA = sizes.fromA + place * sizes.batchA;
  let baseB = sizes.fromB + place * sizes.batchB;
${lines(tile, (i) => lines(tile / 4, (j) => `  var sum${i}_${j} = vec4f();`))}
${range(slices, tilesOf(form))}
  for (; k + 4u <= end; k += 4u) {
${addTerms(form, 4)}
  }
${hasTail ? `  for (; k < end; k++) {\n${addTerms(form, 1)}\n  }` : ''}
  let start = sizes.fromOut + place * sizes.batchOut;
${slices === 1 ? store(form) : storeSlices(form)}
}
`;
}

/** The terms that an invocation sums: from `k` to `end`; none where its tile lies outside. */
function range(slices: number, tiles: number): string {
  if (slices === 1) {
    return `  if (!isInside) { return; }
  var k = 0u;
  let end = sizes.depth;`;
  }
  return `  var k = lane / ${tiles}u * sizes.depthOfSlice;
  let end = select(0u, min(sizes.depth, k + sizes.depthOfSlice), isInside);`;
}

function declare(form: ProductForm): string {
  const { vectorsA, vectorsB, vectorsOut, gated, hasBias, hasSums, slices, tile } = form;
  const numbers = (isVectors: boolean): string => `array<${isVectors ? 'vec4f' : 'f32'}>`;
  const variables = [
    `var<storage, read_write> out: ${numbers(vectorsOut)}`,
    `var<storage, read> a: ${numbers(vectorsA)}`,
    `var<storage, read> b: ${numbers(vectorsB)}`,
    ...(gated ? [`var<storage, read> gate: ${numbers(gated === 'a' ? vectorsA : vectorsB)}`] : []),
    ...(hasBias ? ['var<storage, read> bias: array<f32>'] : []),
    ...(hasSums ? ['var<storage, read_write> sums: array<f32>'] : []),
    'var<uniform> sizes: Sizes',
  ];
  const bound = lines(variables.length, (i) => `@group(0) @binding(${i}) ${variables[i]};`);
  if (slices === 1) return bound;
  return `${bound}\nvar<workgroup> cells: array<vec4f, ${groupSize * vectorsOfTile(tile)}>;`;
}

/** How four numbers of a factor in a row are read, and one. */
function reader(factor: 'a' | 'b', { vectorsA, vectorsB, gated }: ProductForm): string {
  const isVectors = factor === 'a' ? vectorsA : vectorsB;
  const four = (of: string): string =>
    isVectors ? `${of}[i >> 2u]` : `vec4f(${list(4, (e) => `${of}[i + ${e}u]`).join(', ')})`;
  const one = (of: string): string => (isVectors ? `${of}[i >> 2u][i & 3u]` : `${of}[i]`);
  const isGated = gated === factor;
  const name = factor.toUpperCase();
  return `
fn four${name}(i: u32) -> vec4f {
  return ${isGated ? `select(vec4f(), ${four(factor)}, ${four('gate')} > vec4f())` : four(factor)};
}

fn one${name}(i: u32) -> f32 {
  return ${isGated ? `select(0.0, ${one(factor)}, ${one('gate')} > 0.0)` : one(factor)};
}`;
}

/** Adds `depth` terms to each sum of the tile. */
function addTerms(form: ProductForm, depth: 4 | 1): string {
  const add = (i: number, j: number): string => {
    const terms = list(depth, (d) => `${numberOfA(form, depth, i, d)} * b${d}_${j}`);
    return `    sum${i}_${j} += ${terms.join(' + ')};`;
  };
  const sums = lines(form.tile / 4, (j) => lines(form.tile, (i) => add(i, j)));
  return `${readA(form, depth)}\n${readB(form, depth)}\n${sums}`;
}

/** What `readA` called the number of row `i` of the tile in term `d`. */
function numberOfA({ transposeA }: ProductForm, depth: 4 | 1, i: number, d: number): string {
  if (transposeA) return `a${d}_${i >> 2}.${components[i % 4]}`;
  return depth === 4 ? `a${i}.${components[d]}` : `a${i}`;
}

function readA({ transposeA, tile, hasSums }: ProductForm, depth: 4 | 1): string {
  if (!transposeA) {
    const read = (i: number): string =>
      `${depth === 4 ? 'four' : 'one'}A(baseA + (row + ${i}u) * sizes.strideA + k)`;
    return lines(tile, (i) => `    let a${i} = ${read(i)};`);
  }
  const read = (d: number, i: number): string => {
    const numbers = `fourA(baseA + (k + ${d}u) * sizes.strideA + row + ${4 * i}u)`;
    const rows = `row + vec4u(${list(4, (e) => `${4 * i + e}u`).join(', ')})`;
    return hasSums ? `select(${numbers}, vec4f(1), ${rows} == vec4u(sizes.rows - 1u))` : numbers;
  };
  return lines(depth, (d) => lines(tile / 4, (i) => `    let a${d}_${i} = ${read(d, i)};`));
}

function readB({ transposeB, tile }: ProductForm, depth: 4 | 1): string {
  if (!transposeB) {
    const read = (d: number, j: number): string =>
      `fourB(baseB + (k + ${d}u) * sizes.strideB + column + ${4 * j}u)`;
    return lines(depth, (d) => lines(tile / 4, (j) => `    let b${d}_${j} = ${read(d, j)};`));
  }
  const read = (j: number): string =>
    `${depth === 4 ? 'four' : 'one'}B(baseB + (column + ${j}u) * sizes.strideB + k)`;
  const four = (d: number, j: number): string =>
    list(4, (e) => `column${4 * j + e}${depth === 4 ? `.${components[d]}` : ''}`).join(', ');
  const columns = lines(tile, (j) => `    let column${j} = ${read(j)};`);
  const turned = lines(depth, (d) =>
    lines(tile / 4, (j) => `    let b${d}_${j} = vec4f(${four(d, j)});`),
  );
  return `${columns}\n${turned}`;
}
