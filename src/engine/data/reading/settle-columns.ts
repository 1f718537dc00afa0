import type { Dataset } from '../dataset';
import type { Column } from '../side';

/** How often someone must come again with the same in a column, before it counts as theirs. */
const enoughProof = 20;

/**
 * Columns of interactions that never say two things of a user are about the user, those
 * that never say two things of an item about the item, as where tables were joined before
 * they were exported. Where people or items have a column of that name, theirs stands.
 */
export function settleColumns(dataset: Dataset): Dataset {
  const { users, items, userOf, itemOf, catalog } = dataset;
  const people = [...dataset.people];
  const columns = [...catalog.columns];
  const context = dataset.context.filter((column) => {
    if (new Set(column.cells).size < 2) return true;
    const theirs = ownedBy(column, userOf, users.size);
    const its = theirs ? null : ownedBy(column, itemOf, items.size);
    if (theirs) addUnlessNamed(people, theirs);
    if (its) addUnlessNamed(columns, its);
    return !theirs && !its;
  });
  return { ...dataset, people, context, catalog: { ...catalog, columns } };
}

/** The column with one cell for each owner, or null where it is not theirs. */
function ownedBy(column: Column, ownerOf: Int32Array, owners: number): Column | null {
  const cells = new Int32Array(owners).fill(-1);
  let proof = 0;
  for (let event = 0; event < ownerOf.length; event++) {
    const [owner, cell] = [ownerOf[event], column.cells[event]];
    if (cell < 0) continue;
    if (cells[owner] >= 0 && cells[owner] !== cell) return null;
    if (cells[owner] === cell) proof++;
    cells[owner] = cell;
  }
  return proof < enoughProof ? null : { ...column, cells };
}

function addUnlessNamed(columns: Column[], column: Column): void {
  if (columns.every(({ name }) => name !== column.name)) columns.push(column);
}
