import { nextTurn } from '../../kernels/turns';
import type { Dataset } from './dataset';
import { createSha256 } from './sha256';
import { createTextSink, type TextSink } from './text-sink';

/** Users after which the event loop has its turn. */
const usersInATurn = 2 ** 12;

/**
 * SHA-256 of the interactions, hexadecimal: the same for the same interactions,
 * in whatever order they were read. What is hashed is one line for each,
 * `user⇥item⇥value⇥time` and a line feed, the lines in the order of their UTF-16
 * code units. A value has up to seven digits (`4`, `3.5`), a time is in ms since
 * the epoch, or empty where unknown. With `parts` `[events]` of a split, each line
 * ends in a tab and its part. `check` may throw now and then, to stop.
 */
export async function hashDataset(
  dataset: Dataset,
  parts?: Uint8Array,
  check: () => void = () => {},
): Promise<string> {
  const digest = createSha256();
  const sink = createTextSink((bytes) => digest.add(bytes));
  const write = lineWriter(dataset, sink, parts);
  for (const [place, user] of inOrder(dataset.users.ids).order.entries()) {
    write(user);
    if (place % usersInATurn < usersInATurn - 1) continue;
    await nextTurn();
    check();
  }
  sink.flush();
  return digest.end();
}

/** Of some text in parts, hexadecimal. */
export async function sha256(text: readonly string[]): Promise<string> {
  const digest = createSha256();
  const sink = createTextSink((bytes) => digest.add(bytes));
  for (const part of text) sink.text(part);
  sink.flush();
  return digest.end();
}

/** Ids in the order of lines that begin with them, and the rank that each has there. */
function inOrder(ids: readonly string[]) {
  const starts = ids.map((id) => `${id}\t`);
  const order = Int32Array.from(ids.keys()).sort((a, b) => (starts[a] < starts[b] ? -1 : 1));
  const rankOf = new Int32Array(ids.length);
  order.forEach((index, rank) => (rankOf[index] = rank));
  return { order, rankOf };
}

/** The first cells of lines as UTF-8: cell `i` is in `bytes` from `starts[i]` to `starts[i + 1]`. */
interface Cells {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
}

function encodeCells(ids: readonly string[]): Cells {
  const encoder = new TextEncoder();
  const cells = ids.map((id) => encoder.encode(`${id}\t`));
  const starts = new Int32Array(ids.length + 1);
  cells.forEach(({ length }, i) => (starts[i + 1] = starts[i] + length));
  const bytes = new Uint8Array(starts[ids.length]);
  cells.forEach((cell, i) => bytes.set(cell, starts[i]));
  return { bytes, starts };
}

/** A function that writes all lines of a user, sorted. */
function lineWriter(dataset: Dataset, sink: TextSink, parts?: Uint8Array): (user: number) => void {
  const { users, items, itemOf, values, timestamps } = dataset;
  const [userCells, itemCells] = [encodeCells(users.ids), encodeCells(items.ids)];
  const sorted = sortedEvents(dataset, parts);
  const valueText = createValueTexts();
  const writeCell = ({ bytes, starts }: Cells, index: number): void =>
    sink.bytes(bytes, starts[index], starts[index + 1]);

  return (user) => {
    for (const event of sorted(user)) {
      writeCell(userCells, user);
      writeCell(itemCells, itemOf[event]);
      sink.text(valueText(values[event]));
      sink.text('\t');
      writeTime(sink, timestamps[event]);
      if (parts) sink.text(`\t${parts[event]}`);
      sink.text('\n');
    }
  };
}

function writeTime(sink: TextSink, time: number): void {
  if (Number.isSafeInteger(time) && time >= 0) sink.integer(time);
  else if (!Number.isNaN(time)) sink.text(String(time));
}

/** More events than anyone has. */
const beyondEvents = 2 ** 31;

/** A function that gives the events of a user in the order of their lines. */
function sortedEvents(dataset: Dataset, parts?: Uint8Array): (user: number) => Int32Array {
  const { items, offsets, itemOf, values, timestamps } = dataset;
  const { rankOf } = inOrder(items.ids);
  const endOf = (event: number): string => {
    const time = Number.isNaN(timestamps[event]) ? '' : timestamps[event];
    return `${textOfValue(values[event])}\t${time}${parts ? `\t${parts[event]}` : ''}\n`;
  };
  const byEnd = (a: number, b: number): number => (endOf(a) < endOf(b) ? -1 : 1);

  return (user) => {
    const first = offsets[user];
    // Rank and place in one number, which sorts much faster than by a function.
    const keys = new Float64Array(offsets[user + 1] - first);
    for (let i = 0; i < keys.length; i++) keys[i] = rankOf[itemOf[first + i]] * beyondEvents + i;
    keys.sort();
    const events = Int32Array.from(keys, (key) => first + (key % beyondEvents));
    for (let from = 0; from < events.length;) {
      let to = from + 1;
      while (to < events.length && itemOf[events[to]] === itemOf[events[from]]) to++;
      if (to > from + 1) events.subarray(from, to).sort(byEnd);
      from = to;
    }
    return events;
  };
}

function textOfValue(value: number): string {
  return String(Number(value.toPrecision(7)));
}

/** Values whose text is remembered: more than a scale of ratings has. */
const rememberedValues = 1000;

function createValueTexts(): (value: number) => string {
  const texts = new Map<number, string>();
  return (value) => {
    const known = texts.get(value);
    if (known !== undefined) return known;
    const text = textOfValue(value);
    if (texts.size < rememberedValues) texts.set(value, text);
    return text;
  };
}
