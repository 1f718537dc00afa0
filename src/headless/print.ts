/** Writes a result to stdout: as one JSON value, or as lines for a person, who reads `head` first. */
export function print(result: unknown, json: boolean, head: readonly string[] = []): void {
  const above = head.length > 0 ? [...head, ''] : [];
  console.log(json ? JSON.stringify(result) : [...above, ...toLines(result)].join('\n'));
}

/** What is empty is left out. */
export function toLines(value: unknown, indent = ''): string[] {
  if (Array.isArray(value) && value.every(isPlain))
    return [`${indent}${value.map(show).join(', ')}`];
  if (Array.isArray(value)) return value.flatMap((entry) => [...toLines(entry, indent), '']);
  if (typeof value !== 'object' || value === null) return [`${indent}${show(value)}`];
  const entries = Object.entries(value).filter(([, entry]) => !isEmpty(entry));
  return entries.flatMap(([key, entry]) =>
    isPlain(entry)
      ? [`${indent}${key}: ${show(entry)}`]
      : [`${indent}${key}:`, ...toLines(entry, `${indent}  `)],
  );
}

/** Nothing, or an object in which there is nothing. */
function isEmpty(value: unknown): boolean {
  if (isPlain(value)) return value === null || value === undefined || value === '';
  return Object.values(value as object).every(isEmpty);
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function show(value: unknown): string {
  if (typeof value !== 'number' || Number.isInteger(value)) return String(value);
  return value.toPrecision(5);
}
