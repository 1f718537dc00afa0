/** `npm run build:package`: makes the npm package in `dist-package`, ready for `npm pack` there. */
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { buildForNode } from './build-node.mjs';
import { buildEmbed } from './embed.mjs';
import { install } from './install.mjs';
import { buildTypes } from './package-types.mjs';

const folder = 'dist-package';
const wasm = 'tfjs-backend-wasm-simd.wasm';

/** Modules for pages, by their names. What they share lies beside the worker, which is found from there. */
const pages = { index: 'src/widget/library.ts', element: 'src/widget/index.ts' };
const programs = { index: 'src/headless/library/index.ts', cli: 'src/headless/index.ts' };

install();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
await buildPages();
await buildEmbed(join(folder, 'embed'));
cpSync('public/embed', join(folder, 'embed'), { recursive: true });
await buildForNode({ source: programs, folder: join(folder, 'node') });
copyFileSync(`node_modules/@tensorflow/tfjs-backend-wasm/dist/${wasm}`, join(folder, 'node', wasm));
change(join(folder, 'node/cli.js'), (text) => `#!/usr/bin/env node\n${text}`);
buildTypes(folder, [...Object.values(pages), programs.index]);
copyFileSync('LICENSE', join(folder, 'LICENSE'));
copyFileSync('docs/PACKAGE.md', join(folder, 'README.md'));
describeElement();
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);

/** Not minified: whoever bundles them does that, once it is known what is used. */
async function buildPages() {
  const { build } = await import('vite');
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: pages,
        preserveEntrySignatures: 'strict',
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'embed/[name].js' },
      },
    },
  });
}

/** What editors read of the element, which the package's entry defines. */
function describeElement() {
  const name = 'custom-elements.json';
  copyFileSync(join('public/embed', name), join(folder, name));
  change(join(folder, name), (text) => text.replaceAll('palate-recs.js', 'element.js'));
}

/**
 * @param {string} file
 * @param {(text: string) => string} how
 */
function change(file, how) {
  writeFileSync(file, how(readFileSync(file, 'utf8')));
}

/** The package's own `package.json`: everything is in it, so that it depends on nothing. */
function manifest() {
  const { name, version, description, license, engines, optionalDependencies } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  );
  /** @param {string} types @param {string} file */
  const entry = (types, file) => ({ types: `./types/${types}.d.ts`, default: file });
  return {
    ...{ name, version, description, license, engines },
    type: 'module',
    exports: {
      '.': entry('widget/library', './index.js'),
      './element': entry('widget/index', './element.js'),
      './node': entry('headless/library/index', './node/index.js'),
      './worker': './embed/palate-worker.js',
      './embed/*': './embed/*',
      './custom-elements.json': './custom-elements.json',
      './package.json': './package.json',
    },
    types: './types/widget/library.d.ts',
    customElements: 'custom-elements.json',
    bin: { palate: './node/cli.js' },
    sideEffects: ['./element.js', './node/cli.js', './embed/palate-*', './embed/palate-worker/*'],
    files: readdirSync(folder).sort(),
    peerDependencies: optionalDependencies,
    peerDependenciesMeta: { webgpu: { optional: true } },
  };
}
