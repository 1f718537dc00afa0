import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';

const engine = ['data', 'nn', 'models', 'evaluation', 'training', 'serving', 'bundle'].map(
  (name) => `engine/${name}`,
);
const [data, nn, models, evaluation] = engine;

/** Who may import whom, lowest first. A folder may always import itself and `errors`. */
const mayImport: Record<string, readonly string[]> = {
  errors: [],
  version: ['package.json'],
  kernels: [],
  'engine/data': ['kernels'],
  'engine/nn': ['kernels', data],
  'engine/models': ['kernels', data, nn],
  'engine/evaluation': ['kernels', data, models],
  'engine/training': ['kernels', data, nn, models, evaluation],
  'engine/serving': ['kernels', data, models],
  'engine/bundle': ['kernels', data, nn, models, evaluation],
  api: ['kernels', ...engine], // types only
  'visitor-api': [],
  storage: ['api', 'visitor-api'],
  worker: ['api', 'kernels', ...engine, 'storage', 'version'],
  visitor: ['visitor-api', 'kernels', ...engine, 'storage', 'version'],
  headless: ['api', 'kernels', ...engine, 'version'],
  client: ['api', 'worker'], // of the worker, its address
  ui: ['api', 'client'],
  widget: ['visitor-api', 'visitor'], // of the worker, its address
  main: ['api', 'client', 'ui'],
  'service-worker': [],
};

/** Which folders may name a package; all others use what those make of it. */
const mayUse: Record<string, readonly string[]> = {
  '@tensorflow': ['kernels'],
  comlink: ['client', 'worker', 'visitor', 'widget'],
  idb: ['storage'],
  lit: ['ui', 'widget'],
  uplot: ['ui'],
  '@zip.js': ['engine/data'],
  hyparquet: ['engine/data'],
  'hyparquet-compressors': ['engine/data'],
};

/** Neither page nor disk nor unseeded chance: so the engine runs in a worker, in Node and in a test. */
const forbidden =
  /(?<![.\w])(document|window|indexedDB|localStorage)\s*[.?[]|Math\.random|dataSync/g;

const sources = filesIn('src');
const tests = filesIn('test').filter((file) => file.endsWith('.test.ts'));

/** All TypeScript files below a folder, as paths from the repository's root. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => posix.join(folder, file.replaceAll('\\', '/')))
    .filter((file) => file.endsWith('.ts'));
}

/** The entry of the table that a path below `src` belongs to. */
function areaOf(path: string): string {
  const name = path.replace(/^src\//, '').replace(/\.ts$/, '');
  const area = Object.keys(mayImport).find((key) => name === key || name.startsWith(`${key}/`));
  return area ?? name;
}

/** What a file imports, as written. */
function importsOf(source: string): string[] {
  const pattern = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;
  return Array.from(source.matchAll(pattern), ([, specifier]) => specifier);
}

/** The imports of a file that the tables do not allow. */
function forbiddenImports(file: string, source: string): string[] {
  const area = areaOf(file);
  const allowed = [area, 'errors', ...(mayImport[area] ?? [])];
  return importsOf(source).filter((specifier) => {
    if (specifier.startsWith('.')) {
      return !allowed.includes(areaOf(posix.join(posix.dirname(file), specifier)));
    }
    const owners = mayUse[specifier.split('/')[0]];
    return owners !== undefined && !owners.includes(area);
  });
}

/** What a file says, outside of comments, that the engine may not say. */
function forbiddenNames(source: string): string[] {
  return source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').match(forbidden) ?? [];
}

describe('imports', () => {
  test('follow the tables', () => {
    const found = sources.flatMap((file) =>
      forbiddenImports(file, readFileSync(file, 'utf8')).map((name) => `${file}: ${name}`),
    );
    expect(found).toEqual([]);
  });

  test('are noticed where they do not', () => {
    const source = `import { openDB } from 'idb'; import '../../ui/app'; import('../data/csv');`;
    expect(forbiddenImports('src/engine/nn/fit.ts', source)).toEqual(['idb', '../../ui/app']);
  });

  const borders = sources.filter((file) => ['api', 'visitor-api'].includes(areaOf(file)));
  test.each(borders)('bring only types into %s', (file) => {
    const lines = readFileSync(file, 'utf8').match(/^(import|export) .*/gm) ?? [];
    expect(lines.filter((line) => !/^(import|export) (type|interface) /.test(line))).toEqual([]);
  });
});

describe('the engine has no page, no disk, no unseeded chance and no blocking read', () => {
  test('in any of its files', () => {
    const pure = sources.filter((file) => /^src\/(engine|kernels)\//.test(file));
    const found = pure.flatMap((file) =>
      forbiddenNames(readFileSync(file, 'utf8')).map((name) => `${file}: ${name}`),
    );
    expect(found).toEqual([]);
  });

  test('and it is noticed where it has', () => {
    const source = 'window.x; a.window.x; Math.random(); // document.title';
    expect(forbiddenNames(source)).toEqual(['window.', 'Math.random']);
  });
});

test('every test has the name of what it tests', () => {
  /** What tests the whole, rather than one file. */
  const whole =
    /^test\/(architecture|network|app\/.*|browser\/.*|bench\/isolation|engine\/models\/contract)\.test\.ts$/;
  const sourceOf = (file: string) =>
    file
      .replace(/^test\/bench\//, 'bench/kernels/')
      .replace(/^test\//, 'src/')
      .replace('.test.ts', '.ts');
  const parts = tests.filter((file) => !whole.test(file));
  expect(parts.filter((file) => !existsSync(sourceOf(file)))).toEqual([]);
});
