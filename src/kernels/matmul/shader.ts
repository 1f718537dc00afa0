/** What makes one product another shader than the next. */
export interface ProductForm {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
  /** Whether four numbers in a row can be read at once: rows begin at multiples of four. */
  readonly vectorsA: boolean;
  readonly vectorsB: boolean;
  readonly vectorsOut: boolean;
  /** Whether the depth, the terms of each sum, is no multiple of four. */
  readonly hasTail: boolean;
  /** Whether the product is added to what is there. */
  readonly isAdded: boolean;
  /** Which factor counts only where the numbers of a gate in the same places are above 0. */
  readonly gated: 'a' | 'b' | null;
  /** Whether a last row follows, the sums of the columns of `b`. Needs `transposeA`. */
  readonly hasSums: boolean;
  readonly hasBias: boolean;
  readonly hasRelu: boolean;
  /** Rows, and columns, of the product that one invocation works out: a multiple of four. */
  readonly tile: number;
  /** Invocations of a workgroup beside each other, of 64. */
  readonly across: number;
}

/** Invocations of a workgroup. */
export const groupSize = 64;

/**
 * A product without barriers, for which software adapters pay dearly: each invocation
 * keeps a tile of the result in registers, and reads four numbers at once. It is
 * written out, since those adapters keep what has a changing index in slow memory.
 */
export function productShader(form: ProductForm): string {
  const { tile, across, hasTail } = form;
  const down = groupSize / across;
  return `
struct Sizes {
  rows: u32, columns: u32, depth: u32,
  batch: u32, parts: u32, depthOfPart: u32,
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
  let row = (group / across % down * ${down}u + lane / ${across}u) * ${tile}u;
  let column = (group % across * ${across}u + lane % ${across}u) * ${tile}u;
  let place = group / (across * down);
  if (row >= sizes.rows || column >= sizes.columns || place >= sizes.batch * sizes.parts) {
    return;
  }
  let part = place % sizes.parts;
  let baseA = sizes.fromA + place / sizes.parts * sizes.batchA;
  let baseB = sizes.fromB + place / sizes.parts * sizes.batchB;
${lines(tile, (i) => lines(tile / 4, (j) => `  var sum${i}_${j} = vec4f();`))}
  let end = min(sizes.depth, (part + 1u) * sizes.depthOfPart);
  var k = part * sizes.depthOfPart;
  for (; k + 4u <= end; k += 4u) {
${addTerms(form, 4)}
  }
${hasTail ? `  for (; k < end; k++) {\n${addTerms(form, 1)}\n  }` : ''}
  let start = sizes.fromOut + place * sizes.batchOut + row * sizes.strideOut + column;
${store(form)}
}
`;
}

const components = ['x', 'y', 'z', 'w'] as const;

const list = (n: number, text: (i: number) => string): string[] =>
  Array.from({ length: n }, (_zero, i) => text(i));

const lines = (n: number, line: (i: number) => string): string => list(n, line).join('\n');

function declare({ vectorsA, vectorsB, vectorsOut, gated, hasBias }: ProductForm): string {
  const numbers = (isVectors: boolean): string => `array<${isVectors ? 'vec4f' : 'f32'}>`;
  const variables = [
    `var<storage, read_write> out: ${numbers(vectorsOut)}`,
    `var<storage, read> a: ${numbers(vectorsA)}`,
    `var<storage, read> b: ${numbers(vectorsB)}`,
    ...(gated ? [`var<storage, read> gate: ${numbers(gated === 'a' ? vectorsA : vectorsB)}`] : []),
    ...(hasBias ? ['var<storage, read> bias: array<f32>'] : []),
    'var<uniform> sizes: Sizes',
  ];
  return lines(variables.length, (i) => `@group(0) @binding(${i}) ${variables[i]};`);
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

/** Writes the part of the tile that lies within the product. */
function store(form: ProductForm): string {
  const cells = (i: number, j: number): string =>
    (form.vectorsOut ? storeFour : storeEach)(form, i, j);
  return lines(
    form.tile,
    (i) => `  if (row + ${i}u < sizes.rows) {
    let at = start + ${i}u * sizes.strideOut;
${lines(form.tile / 4, (j) => cells(i, j))}
  }`,
  );
}

function storeFour(form: ProductForm, i: number, j: number): string {
  const target = `out[(at + ${4 * j}u) >> 2u]`;
  const bias = `vec4f(${list(4, (e) => `bias[column + ${4 * j + e}u]`).join(', ')})`;
  return `    if (column + ${4 * j}u < sizes.columns) {
      ${target} = ${finish(form, `sum${i}_${j}`, bias, target, 'vec4f()')};
    }`;
}

function storeEach(form: ProductForm, i: number, j: number): string {
  return lines(4, (e) => {
    const target = `out[at + ${4 * j + e}u]`;
    const sum = `sum${i}_${j}.${components[e]}`;
    return `    if (column + ${4 * j + e}u < sizes.columns) {
      ${target} = ${finish(form, sum, `bias[column + ${4 * j + e}u]`, target, '0.0')};
    }`;
  });
}

function finish(
  { hasBias, isAdded, hasRelu }: ProductForm,
  sum: string,
  bias: string,
  old: string,
  zero: string,
): string {
  const total = [sum, ...(hasBias ? [bias] : []), ...(isAdded ? [old] : [])].join(' + ');
  return hasRelu ? `max(${total}, ${zero})` : total;
}
