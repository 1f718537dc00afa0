import { describe, expect, test } from 'vitest';
import { publishedFigures } from '../../../src/engine/evaluation/published';

describe('published figures', () => {
  test('have names of their own', () => {
    const names = publishedFigures.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(publishedFigures.map((figure) => [figure.name, figure] as const))(
    '%s says what it was measured on, how, and by whom',
    (_name, { metrics, data, source, protocol }) => {
      expect(Object.values(metrics).every((value) => value > 0 && value < 1)).toBe(true);
      expect(data.hash).toMatch(/^[0-9a-f]{64}$/);
      expect(source).toMatch(/https:\/\//);
      expect(protocol).not.toBe('');
    },
  );
});
