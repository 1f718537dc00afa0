/** Whether a value that came from outside is what it claims to be. */
export type Check<T> = (value: unknown) => value is T;

export const text: Check<string> = (value) => typeof value === 'string';
/** A finite number: JSON can write one that is not. */
export const number: Check<number> = (value): value is number => Number.isFinite(value);
export const flag: Check<boolean> = (value) => typeof value === 'boolean';

/** A size or a number of things. */
export const count: Check<number> = (value): value is number =>
  number(value) && Number.isSafeInteger(value) && value >= 0;

/** One of a few words. */
export function oneOf<const Word>(...words: readonly Word[]): Check<Word> {
  return (value): value is Word => words.some((word) => word === value);
}

export function either<A, B>(a: Check<A>, b: Check<B>): Check<A | B> {
  return (value): value is A | B => a(value) || b(value);
}

export function optional<T>(check: Check<T>): Check<T | undefined> {
  return (value): value is T | undefined => value === undefined || check(value);
}

export function orNull<T>(check: Check<T>): Check<T | null> {
  return (value): value is T | null => value === null || check(value);
}

export function listOf<T>(check: Check<T>): Check<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(check);
}

/** An object whose every value passes. */
export function recordOf<T>(check: Check<T>): Check<Readonly<Record<string, T>>> {
  return (value): value is Record<string, T> =>
    isObject(value) && Object.values(value).every(check);
}

/** A list of fixed length. */
export function tuple<T extends readonly unknown[]>(
  ...checks: { readonly [K in keyof T]: Check<T[K]> }
): Check<T> {
  return (value): value is T =>
    Array.isArray(value) &&
    value.length === checks.length &&
    checks.every((check, index) => check(value[index]));
}

/** `[low, high]` */
export const interval = tuple(number, number);

/** An object with these fields; the compiler sees to it that none is forgotten. */
export function shape<T>(checks: { readonly [K in keyof T]-?: Check<T[K]> }): Check<T> {
  const fields = Object.entries<Check<unknown>>(checks);
  return (value): value is T =>
    isObject(value) && fields.every(([name, check]) => check(value[name]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
