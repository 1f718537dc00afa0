import { describe, expect, test } from 'vitest';
import { completeConfig, type Field, type Fields } from '../../../src/engine/models/model';
import { models } from '../../../src/engine/models/registry';

const words = { label: 'A label', help: 'Some help.' };
const fields: Fields = {
  dim: { default: 8, min: 2, max: 64, whole: true, ...words },
  rate: { default: 0.5, min: 0, max: 1, ...words },
  loss: { default: 'bpr', choices: ['bpr', 'cross-entropy'], ...words },
};

describe('a config', () => {
  test('is what was given, over the defaults', () => {
    expect(completeConfig(fields, {})).toEqual({ dim: 8, rate: 0.5, loss: 'bpr' });
    expect(completeConfig(fields, { dim: 2, loss: 'cross-entropy' })).toEqual({
      dim: 2,
      rate: 0.5,
      loss: 'cross-entropy',
    });
  });

  test('reads numbers as a form or a command line writes them', () => {
    expect(completeConfig(fields, { dim: '16', rate: '1e-2' })).toMatchObject({
      dim: 16,
      rate: 0.01,
    });
  });

  test.each<[string, unknown]>([
    ['dim', 1],
    ['dim', 65],
    ['dim', 2.5],
    ['dim', '8 of them'],
    ['dim', ''],
    ['dim', null],
    ['rate', NaN],
    ['rate', -1e-9],
    ['rate', Infinity],
    ['rate', true],
    ['loss', 'hinge'],
    ['epochs', 3],
    ['toString', 3],
  ])('may not have %s = %j, and the message names the field', (name, value) => {
    expect(() => completeConfig(fields, { [name]: value })).toThrow(
      expect.objectContaining({
        name: 'ConfigError',
        message: expect.stringContaining(`“${name}”`),
      }),
    );
  });
});

describe.each(models.map((model) => [model.name, model] as const))('%s', (name, model) => {
  test('names itself and its source', () => {
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(model.title.length).toBeGreaterThan(3);
    expect(model.source).toMatch(/\(\d{4}\), https:\/\//);
    expect(models.filter((other) => other.name === name)).toEqual([model]);
  });

  test.each(Object.entries<Field>(model.fields))(
    'explains “%s”, whose default is within its bounds',
    (_field, field) => {
      expect(field.label.length).toBeGreaterThan(2);
      expect(field.help).toMatch(/\.$/);
      if ('choices' in field) expect(field.choices).toContain(field.default);
      else {
        expect(field.min).toBeLessThan(field.max);
        expect(field.default).toBeGreaterThanOrEqual(field.min);
        expect(field.default).toBeLessThanOrEqual(field.max);
        if (field.whole)
          expect([field.default, field.min, field.max].every(Number.isInteger)).toBe(true);
      }
    },
  );
});
