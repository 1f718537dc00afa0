import { commands } from './commands';
import { options } from './options';

/** What can be typed, for someone at a terminal. */
export function help(): string {
  const does = Object.entries(commands).map(([name, { says }]) => [name, says] as const);
  const takes = Object.entries(options).map(
    ([name, { value, says }]) => [`--${name} ${value}`, says] as const,
  );
  return [
    'palate COMMAND OPTION…',
    'Trains recommenders and judges them, on this machine alone.',
    '',
    ...columns(does),
    '',
    ...columns(takes),
  ].join('\n');
}

/** Lines of two columns; what is long on the left has a line of its own. */
function columns(rows: readonly (readonly [left: string, right: string])[]): string[] {
  const width = 22;
  return rows.flatMap(([left, right]) =>
    left.length < width
      ? [`  ${left.padEnd(width)}${right}`]
      : [`  ${left}`, `  ${' '.repeat(width)}${right}`],
  );
}
