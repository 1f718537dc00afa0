import { failure } from '../../../errors';
import type { Row, RowReader } from '../csv';
import type { FilePlan } from '../plan';

/** Characters of a JSON list, which has to be read as a whole. */
const longestList = 2 ** 26;
/** Keys that become columns; text of which there are more is no table. */
const mostKeys = 64;

/** Whether `text` begins as JSON does that holds objects: one a line, or all in a list. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(\[\s*)?\{\s*("|\})/.test(text);
}

/** The keys of the objects at the beginning of a text, in the order in which they come up. */
export function findKeys(text: string): readonly string[] {
  const keys = new Set<string>();
  for (const object of isList(text) ? parseHead(text) : parseLines(text)) {
    for (const key of Object.keys(object ?? {})) if (keys.size < mostKeys) keys.add(key);
  }
  return [...keys];
}

/**
 * Reads JSON Lines, or a list of objects, as a table with a column for each of `keys`, of
 * which the first row has the names. What is no object is a row of one cell.
 */
export function createJsonReader({ name, keys = [] }: Pick<FilePlan, 'name' | 'keys'>): RowReader {
  let rest = '';
  let line = 0;
  let isInList: boolean | null = null;
  const rowOf = (cells: readonly string[]): Row => ({ cells, line, stray: false });
  const header: Row[] = [rowOf(keys)];
  const toRow = (object: JsonObject | null, text: string): Row => {
    line++;
    return rowOf(object ? keys.map((key) => cellOf(object, key)) : [text]);
  };

  const readLines = (lines: readonly string[]): Row[] =>
    lines.flatMap((text) => {
      if (text.trim() !== '') return [toRow(parseObject(text), text)];
      line++;
      return [];
    });

  return {
    push(text) {
      rest += text;
      isInList ??= isList(rest);
      if (rest.length > longestList) throw tooLong(name, isInList);
      if (isInList) return [];
      const lines = rest.split(lineEnd);
      rest = lines.pop() ?? '';
      return [...header.splice(0), ...readLines(lines)];
    },
    end() {
      if (!isInList) return [...header.splice(0), ...readLines([rest])];
      return [...header.splice(0), ...parseHead(rest).map((object) => toRow(object, ''))];
    },
  };
}

type JsonObject = Readonly<Record<string, unknown>>;

const lineEnd = /\r?\n/;

function isList(text: string): boolean {
  return text.trimStart().startsWith('[');
}

function parseObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as JsonObject) : null;
  } catch {
    return null;
  }
}

function parseLines(text: string): (JsonObject | null)[] {
  return text.split(lineEnd).map(parseObject);
}

/** The objects of a list, as far as it goes: its end may be cut off. */
function parseHead(text: string): JsonObject[] {
  const objects = parseList(text.trim());
  if (objects) return objects;
  let end = text.lastIndexOf('}');
  for (let tries = 0; end > 0 && tries < 100; tries++) {
    const head = parseList(`${text.slice(0, end + 1)}]`);
    if (head) return head;
    end = text.lastIndexOf('}', end - 1);
  }
  return [];
}

function parseList(text: string): JsonObject[] | null {
  try {
    const list = JSON.parse(text) as unknown;
    return Array.isArray(list) ? list.filter((each) => typeof each === 'object' && each) : null;
  } catch {
    return null;
  }
}

/** The value of a key as a cell: lists with bars between their entries, objects as JSON. */
function cellOf(object: JsonObject, key: string): string {
  const value = Object.hasOwn(object, key) ? object[key] : null;
  if (value === null || value === undefined) return '';
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) {
    return value.join('|');
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
}

function tooLong(name: string, isInList: boolean): Error {
  const what = isInList ? 'a JSON list' : 'a line of JSON';
  const remedy = 'Save it as JSON Lines, one object a line, or as CSV.';
  return failure('InputError', `${name} is ${what} of more than 64 million characters. ${remedy}`);
}
