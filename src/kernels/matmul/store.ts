/** How a product's shader writes what its invocations have summed. */
import {
  components,
  groupSize,
  lines,
  list,
  tilesOf,
  vectorsOfTile,
  type ProductForm,
} from './form';

/** Adds up what the invocations summed for a tile, four numbers at a time, and writes it. */
export function storeSlices(form: ProductForm): string {
  const { tile, across, slices, hasSums, isAdded } = form;
  const [ofTile, ofRow] = [vectorsOfTile(tile), tile / 4];
  const ofGroup = tilesOf(form) * ofTile;
  const put = (e: number): string => {
    const inside = `if (column + ${e}u < sizes.columns)`;
    const target = `out[start + row * sizes.strideOut + column + ${e}u]`;
    const total = `total.${components[e]}`;
    const write = `${target} = ${total}${isAdded ? ` + ${target}` : ''};`;
    if (!hasSums) return `    ${inside} { ${write} }`;
    return `    ${inside} {
      if (row == sizes.rows - 1u) { sums[column + ${e}u] = ${total}; } else { ${write} }
    }`;
  };
  return `
${lines(tile, (i) => lines(ofRow, (j) => `  cells[lane * ${ofTile}u + ${i * ofRow + j}u] = sum${i}_${j};`))}
  workgroupBarrier();
  for (var cell = lane; cell < ${ofGroup}u; cell += ${groupSize}u) {
    var total = cells[cell];
    for (var slice = 1u; slice < ${slices}u; slice++) { total += cells[slice * ${ofGroup}u + cell]; }
    let which = cell / ${ofTile}u;
    let row = top + which / ${across}u * ${tile}u + cell % ${ofTile}u / ${ofRow}u;
    let column = left + which % ${across}u * ${tile}u + cell % ${ofRow}u * 4u;
    if (row >= sizes.rows) { continue; }
${lines(4, put)}
  }`;
}

/** Writes the part of the tile that lies within the product. */
export function store(form: ProductForm): string {
  const cells = (i: number, j: number): string =>
    (form.vectorsOut ? storeFour : storeEach)(form, i, j);
  return lines(
    form.tile,
    (i) => `  if (row + ${i}u < sizes.rows) {
    let at = start + (row + ${i}u) * sizes.strideOut + column;
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
