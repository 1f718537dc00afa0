import type { Row } from '../csv';
import type { FilePlan, ProblemKind, Role } from '../plan';
import type { Complaints } from './complaints';

/** Notes what is wrong with the row at hand; `text` is the row unless said otherwise. */
export type Complain = (why: ProblemKind, text?: string) => void;

/** What an empty cell is called; columns that are not here may be empty. */
const emptiness: Readonly<Partial<Record<Role, ProblemKind>>> = {
  user: 'no-user',
  item: 'no-item',
  tag: 'empty-cell',
  friend: 'empty-cell',
  entity: 'empty-cell',
  head: 'empty-cell',
  relation: 'empty-cell',
  tail: 'empty-cell',
};

/**
 * Gives rows that have a cell for each of `roles`, as far as the plan has a column for it,
 * to `use`; the others become complaints.
 */
export function takeRows(
  complaints: Complaints,
  { name, delimiter, roles: columns }: FilePlan,
  roles: readonly Role[],
  use: (row: Row, complain: Complain) => void,
): (row: Row) => void {
  const used = roles.map((role) => columns[role]).filter((column) => column !== undefined);
  const width = Math.max(...used) + 1;
  const isSpoiled = spoiledBy(used);
  const whyEmpty = roles.flatMap((role) => {
    const [column, why] = [columns[role], emptiness[role]];
    return column !== undefined && why ? [{ column, why }] : [];
  });
  return (row) => {
    const { cells, line } = row;
    const complain: Complain = (why, text = cells.join(delimiter)) =>
      complaints.add({ file: name, line, why, text });
    if (isSpoiled(row)) return complain('stray-quote');
    if (cells.length < width) return complain('too-few-columns');
    const empty = whyEmpty.find(({ column }) => cells[column].trim() === '');
    if (empty) return complain(empty.why);
    use(row, complain);
  };
}

/**
 * Whether a stray quote makes a row unreadable: where it stands in a cell that is
 * `used`, or has changed the number of cells. A review may hold what quotes it likes.
 */
function spoiledBy(used: readonly number[]): (row: Row) => boolean {
  let width: number | null = null;
  return ({ cells, stray }) => {
    if (!stray) width ??= cells.length;
    if (!stray) return false;
    const isMisshapen = width !== null && cells.length !== width;
    return isMisshapen || used.some((column) => cells[column]?.includes('"'));
  };
}
