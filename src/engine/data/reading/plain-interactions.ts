import { createRowReader } from '../csv';
import type { FilePlan } from '../plan';
import { readDigits } from './byte-cells';
import { internBytes } from './byte-ids';
import { joined, type ByteTaker } from './byte-taker';
import { parseNumber, parseTime, toMilliseconds } from './cells';
import { startFile, type Gathering } from './gathering';
import { takeEvents } from './interactions-file';
import { createLineScanner, quoted, unfinished } from './line-scanner';
import { createTimeZone } from './time-zone';

/** Encodings in which every byte of ASCII means what it says. */
const asciiLike = ['utf-8', 'windows-1252'];
/** Bytes after which a line without an end is left to the reader of rows, to complain of. */
const longestLine = 2 ** 20;
const lineFeed = 10;

/** Whether nothing is wanted of the rows but who, what, how much and when. */
export function isPlain({ kind, format, encoding, width, roles, features = [] }: FilePlan) {
  const isTold = roles.title ?? roles.year ?? roles.genres;
  const isTable = format === undefined && width === undefined && asciiLike.includes(encoding);
  return kind === 'interactions' && isTable && isTold === undefined && features.length === 0;
}

/**
 * Reads a plain file as `takeInteractions` does, without making text of it: lines with quotes,
 * and those with anything odd, are left to the reader of rows.
 */
export function takePlainInteractions(gathering: Gathering, plan: FilePlan): ByteTaker {
  const placeAt = startFile(gathering, plan.name);
  const takeRow = takeEvents(gathering, plan, placeAt);
  const reader = createRowReader(plan);
  const streaming = new TextDecoder(plan.encoding);
  const decoder = new TextDecoder(plan.encoding, { ignoreBOM: true });
  const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);
  const { user = 0, item = 1, value, time } = plan.roles;
  const width = Math.max(user, item, value ?? 0, time ?? 0) + 1;
  const line = createLineScanner(plan.delimiter, width);
  const { starts, ends } = line;
  const users = internBytes(gathering.users, textOf);
  const items = internBytes(gathering.items, textOf);
  const zone = createTimeZone(plan.timeZone);
  let isHeaderAhead = plan.header;
  let isFirst = true;
  let rest = new Uint8Array(0);

  /** NaN where it is anything but a number. */
  const valueIn = (bytes: Uint8Array, column: number): number => {
    const plain = readDigits(bytes, starts[column], ends[column]);
    if (!Number.isNaN(plain)) return plain;
    return parseNumber(textOf(bytes.subarray(starts[column], ends[column])));
  };
  const timeIn = (bytes: Uint8Array, column: number): number => {
    const plain = readDigits(bytes, starts[column], ends[column]);
    if (!Number.isNaN(plain)) return toMilliseconds(plain);
    return parseTime(textOf(bytes.subarray(starts[column], ends[column])), zone);
  };

  /** Adds the line at hand, or says that there is something odd about it. */
  const add = (bytes: Uint8Array): boolean => {
    if (line.cells < width) return false;
    const rating = value === undefined ? 1 : valueIn(bytes, value);
    const at = time === undefined ? NaN : timeIn(bytes, time);
    if (Number.isNaN(rating) || (time !== undefined && Number.isNaN(at))) return false;
    const person = users.index(bytes, starts[user], ends[user]);
    if (person < 0) return false;
    const thing = items.index(bytes, starts[item], ends[item]);
    if (thing < 0) return false;
    const row = placeAt(reader.line);
    gathering.events.add({ user: person, item: thing, value: rating, time: at, row });
    gathering.rows++;
    return true;
  };

  /** The line from `from`, left to the reader of rows. */
  const addOddly = (bytes: Uint8Array, from: number): number => {
    const cells = textOf(bytes.subarray(from, line.end)).split(plan.delimiter);
    if (cells.length === 1 && cells[0].trim() === '') return 0;
    takeRow({ cells, line: reader.line, stray: false });
    return 1;
  };

  const readText = (text: string): number => {
    const rows = reader.push(text);
    const isHeader = isHeaderAhead && rows.length > 0;
    if (isHeader) isHeaderAhead = false;
    const data = isHeader ? rows.slice(1) : rows;
    data.forEach(takeRow);
    return data.length;
  };

  /** Leaves all lines that end in `bytes` to the reader of rows, and what it is in the midst of. */
  const readSlowly = (bytes: Uint8Array, from: number): { rows: number; at: number } => {
    const end = bytes.lastIndexOf(lineFeed) + 1;
    const at = end > from ? end : bytes.length;
    const rows = readText(streaming.decode(bytes.subarray(from, at), { stream: true }));
    if (reader.isBetweenRows || at === bytes.length) return { rows, at };
    const more = readText(streaming.decode(bytes.subarray(at), { stream: true }));
    return { rows: rows + more, at: bytes.length };
  };

  const readLines = (bytes: Uint8Array): { rows: number; at: number } => {
    let [rows, at] = [0, 0];
    if (isFirst || !reader.isBetweenRows) {
      ({ rows, at } = readSlowly(bytes, 0));
      isFirst = false;
    }
    while (at < bytes.length && reader.isBetweenRows) {
      const next = line.scan(bytes, at);
      if (next === unfinished) break;
      if (next === quoted) {
        const slow = readSlowly(bytes, at);
        rows += slow.rows;
        at = slow.at;
        continue;
      }
      rows += add(bytes) ? 1 : addOddly(bytes, at);
      reader.skip(1);
      at = next;
    }
    return { rows, at };
  };

  return {
    push(piece) {
      const bytes = joined(rest, piece);
      const { rows, at } = readLines(bytes);
      rest = bytes.slice(at);
      if (rest.length <= longestLine) return rows;
      const more = readText(streaming.decode(rest, { stream: true }));
      rest = new Uint8Array(0);
      return rows + more;
    },
    end() {
      const rows = readText(streaming.decode(rest));
      const last = reader.end().slice(isHeaderAhead ? 1 : 0);
      last.forEach(takeRow);
      return rows + last.length;
    },
  };
}
