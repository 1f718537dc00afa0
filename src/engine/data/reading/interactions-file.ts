import { parseNumber, parseTime } from './cells';
import type { Row } from '../csv';
import { startFile, type Gathering } from './gathering';
import { hasItemFacts, noteItem } from './items-file';
import type { FilePlan } from '../plan';
import { takeRows } from './take-rows';
import { createTimeZone } from './time-zone';

/** Takes rows of a file of interactions. */
export function takeInteractions(gathering: Gathering, plan: FilePlan): (row: Row) => void {
  return takeEvents(gathering, plan, startFile(gathering, plan.name));
}

/**
 * Takes rows of interactions, of which `placeAt` gives the places in all files: each becomes
 * an event or a complaint, or both where only its time cannot be read.
 */
export function takeEvents(
  gathering: Gathering,
  plan: FilePlan,
  placeAt: (line: number) => number,
): (row: Row) => void {
  const { users, items, events, context, facts, complaints } = gathering;
  const { roles, features = [] } = plan;
  const { user = 0, item = 1, value, time } = roles;
  const isDescribed = hasItemFacts(plan);
  const zone = createTimeZone(plan.timeZone);

  const take = takeRows(complaints, plan, ['user', 'item', 'value', 'time'], (row, complain) => {
    const { cells, line } = row;
    const rating = value === undefined ? 1 : parseNumber(cells[value]);
    if (Number.isNaN(rating)) return complain('bad-rating', cells[value ?? 0]);
    const at = time === undefined ? NaN : parseTime(cells[time], zone);
    if (time !== undefined && Number.isNaN(at)) complain('bad-time', cells[time]);
    for (const { name, column } of features) {
      if (!context.set(events.size, name, cells[column] ?? '')) complain('too-varied', name);
    }
    events.add({
      user: users.index(cells[user].trim()),
      item: items.index(cells[item].trim()),
      value: rating,
      time: at,
      row: placeAt(line),
    });
    if (isDescribed) noteItem(facts, plan, row);
  });

  return (row) => {
    gathering.rows++;
    take(row);
  };
}
