import { createRowReader } from '../csv';
import type { FilePlan } from '../plan';
import { readDigits } from './byte-cells';
import { createByteIds, internBytes } from './byte-ids';
import { joined, type ByteTaker } from './byte-taker';
import { parseTime } from './cells';
import { startFile, type Gathering } from './gathering';
import { takeEvents } from './interactions-file';
import { createLineScanner, quoted, unfinished } from './line-scanner';
import { createTimeZone } from './time-zone';

const [lineFeed, colon] = [10, 58];
/** Where a line has the customer, the rating and the date. */
const [customer, rating, date] = [0, 1, 2];

/** Whether a file in the layout of the Netflix Prize is read as what it is, and nothing else. */
export function isPlainNetflix({
  kind,
  format,
  encoding,
  roles,
  features = [],
}: FilePlan): boolean {
  const isAsMeant = roles.item === 0 && roles.user === 1 && roles.value === 2 && roles.time === 3;
  const isBare = Object.keys(roles).length === 4 && features.length === 0;
  return (
    kind === 'interactions' && format === 'netflix' && encoding === 'utf-8' && isAsMeant && isBare
  );
}

/**
 * Reads the layout of the Netflix Prize as its reader of rows and `takeInteractions` do together,
 * without making text of it; lines with anything odd are left to the latter.
 */
export function takeNetflixInteractions(gathering: Gathering, plan: FilePlan): ByteTaker {
  const placeAt = startFile(gathering, plan.name);
  const takeRow = takeEvents(gathering, plan, placeAt);
  const decoder = new TextDecoder(plan.encoding);
  const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);
  const zone = createTimeZone(plan.timeZone);
  const people = internBytes(gathering.users, textOf);
  const days: number[] = [];
  const dates = createByteIds((bytes) => days.push(parseTime(textOf(bytes), zone)) - 1);
  const line = createLineScanner(plan.delimiter, 3);
  const { starts, ends } = line;
  let rest = new Uint8Array(0);
  let [movie, item, number] = ['', -1, 0];

  /** Whether the line at hand says which movie the next ones are of. */
  const isHeading = (bytes: Uint8Array): boolean =>
    line.cells === 1 && line.end > starts[0] && bytes[line.end - 1] === colon;

  /** Adds the line at hand, or says that there is something odd about it. */
  const add = (bytes: Uint8Array): boolean => {
    if (line.cells < 3 || movie === '') return false;
    const value = readDigits(bytes, starts[rating], ends[rating]);
    const time = days[dates.index(bytes, starts[date], ends[date])];
    if (Number.isNaN(value) || Number.isNaN(time)) return false;
    const user = people.index(bytes, starts[customer], ends[customer]);
    if (user < 0) return false;
    if (item < 0) item = gathering.items.index(movie);
    gathering.events.add({ user, item, value, time, row: placeAt(number) });
    gathering.rows++;
    return true;
  };

  /** Leaves a line to the readers of rows; gives how many rows it was. */
  const addOddly = (bytes: Uint8Array): number => {
    const reader = createRowReader(plan);
    reader.push(textOf(bytes));
    const [row] = reader.end();
    if (!row) return 0;
    takeRow({ ...row, cells: [movie, ...row.cells], line: number });
    return 1;
  };

  const takeLine = (bytes: Uint8Array, from: number): number => {
    number++;
    if (!isHeading(bytes)) return add(bytes) ? 1 : addOddly(bytes.subarray(from, line.end));
    movie = textOf(bytes.subarray(from, line.end - 1)).trim();
    item = -1;
    return 0;
  };

  const push = (piece: Uint8Array): number => {
    const bytes = joined(rest, piece);
    let [rows, at] = [0, 0];
    while (at < bytes.length) {
      const next = line.scan(bytes, at);
      if (next === unfinished) break;
      if (next === quoted) {
        const end = bytes.indexOf(lineFeed, at);
        if (end < 0) break;
        number++;
        rows += addOddly(bytes.subarray(at, end));
        at = end + 1;
      } else {
        rows += takeLine(bytes, at);
        at = next;
      }
    }
    rest = bytes.slice(at);
    return rows;
  };

  return { push, end: () => (rest.length === 0 ? 0 : push(new Uint8Array([lineFeed]))) };
}
