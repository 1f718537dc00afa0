import { parseNumber, parseTime } from '../reading/cells';
import type { PersonalEntry, PersonalExport, Service } from './personal-export';

/** How a service writes the list of a person. */
export interface Layout {
  readonly service: Service;
  readonly about: PersonalExport['about'];
  readonly scale: PersonalExport['scale'];
  /** Columns by which it is recognised. */
  readonly columns: readonly string[];
  /** Whether it has those columns only: they alone would say too little. */
  readonly isExact?: boolean;
  /** The column of dates in the order of the person's country. */
  readonly localDate?: string;
  /** The column that says whose row it is, where several people share an account. */
  readonly profile?: string;
  /** What a row says, by the names of its columns; null where it says nothing. */
  read(cell: (column: string) => string): PersonalEntry | null;
}

/** The number in `cell`, or null. */
export function numberOr(cell: string): number | null {
  const number = parseNumber(cell);
  return Number.isNaN(number) ? null : number;
}

/** The time in `cell` in ms since the epoch, or null. */
export function timeOr(cell: string): number | null {
  const time = parseTime(cell);
  return Number.isNaN(time) ? null : time;
}
