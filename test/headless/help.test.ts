import { describe, expect, test } from 'vitest';
import { commands } from '../../src/headless/commands';
import { help } from '../../src/headless/help';
import { options } from '../../src/headless/options';

const lines = help().split('\n');

describe('the help', () => {
  test.each(Object.keys(commands))('tells what “%s” does', (name) => {
    expect(lines.some((line) => line.startsWith(`  ${name} `))).toBe(true);
  });

  test.each(Object.keys(options))('tells what --%s is for', (name) => {
    expect(lines.some((line) => line.startsWith(`  --${name} `))).toBe(true);
  });

  test('fits a terminal', () => {
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
  });
});
