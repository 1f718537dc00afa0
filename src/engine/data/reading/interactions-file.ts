import { parseNumber, parseTime } from './cells';
import type { Row } from '../csv';
import { startFile, type Gathering } from './gathering';
import { hasItemFacts, noteItem } from './items-file';
import type { FilePlan, ProblemKind } from '../plan';

/**
 * Takes rows of a file of interactions: each becomes an event or a complaint, or
 * both where only its time cannot be read.
 */
export function takeInteractions(gathering: Gathering, plan: FilePlan): (row: Row) => void {
  const { users, items, events, facts, complaints } = gathering;
  const placeAt = startFile(gathering, plan.name);
  const { name, delimiter, roles } = plan;
  const { user = 0, item = 1, value, time } = roles;
  const used = [user, item, value, time].filter((column) => column !== undefined);
  const width = Math.max(...used) + 1;
  const isDescribed = hasItemFacts(plan);
  const isSpoiled = spoiledBy(used);

  return (row) => {
    const { cells, line } = row;
    gathering.rows++;
    const complain = (why: ProblemKind, text = cells.join(delimiter)): void =>
      complaints.add({ file: name, line, why, text });
    if (isSpoiled(row)) return complain('stray-quote');
    if (cells.length < width) return complain('too-few-columns');
    const userId = cells[user].trim();
    if (userId === '') return complain('no-user');
    const itemId = cells[item].trim();
    if (itemId === '') return complain('no-item');
    const rating = value === undefined ? 1 : parseNumber(cells[value]);
    if (Number.isNaN(rating)) return complain('bad-rating', cells[value ?? 0]);
    const at = time === undefined ? NaN : parseTime(cells[time]);
    if (time !== undefined && Number.isNaN(at)) complain('bad-time', cells[time]);
    events.add({
      user: users.index(userId),
      item: items.index(itemId),
      value: rating,
      time: at,
      row: placeAt(line),
    });
    if (isDescribed) noteItem(facts, plan, row);
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
