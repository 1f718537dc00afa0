/** Writes a result to stdout: as one JSON value, or as lines for a person. */
export function print(result: unknown, json: boolean): void {
  console.log(json ? JSON.stringify(result) : toLines(result).join('\n'));
}

function toLines(value: unknown, indent = ''): string[] {
  if (Array.isArray(value) && value.every(isPlain))
    return [`${indent}${value.map(show).join(', ')}`];
  if (Array.isArray(value)) return value.flatMap((entry) => [...toLines(entry, indent), '']);
  if (typeof value !== 'object' || value === null) return [`${indent}${show(value)}`];
  return Object.entries(value).flatMap(([key, entry]) =>
    isPlain(entry)
      ? [`${indent}${key}: ${show(entry)}`]
      : [`${indent}${key}:`, ...toLines(entry, `${indent}  `)],
  );
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function show(value: unknown): string {
  if (typeof value !== 'number' || Number.isInteger(value)) return String(value);
  return value.toPrecision(5);
}
