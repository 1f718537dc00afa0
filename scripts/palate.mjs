/**
 * `npm run palate -- …`: the engine in Node. Builds it when it is missing or old,
 * then runs it where the command was typed. Stdout belongs to the command alone.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assembly } from './assembly.mjs';
import { install, root } from './install.mjs';
import { isStale } from './stale.mjs';

const output = join(root, 'dist-headless/index.js');
const typedIn = process.env.INIT_CWD ?? process.cwd();

/** TensorFlow.js's WASM loader takes Node for CommonJS and expects these. */
const commonJs = `
import { createRequire as createCommonJsRequire } from 'node:module';
const require = createCommonJsRequire(import.meta.url);
const __filename = import.meta.filename;
const __dirname = import.meta.dirname;
`;

install();
if (isStale(output, ['src', 'scripts/palate.mjs', 'scripts/assembly.mjs', 'package-lock.json']))
  await build();
process.chdir(typedIn);
await import(pathToFileURL(output).href);

async function build() {
  console.error('Building …');
  const vite = await import('vite');
  await vite.build({
    configFile: false,
    logLevel: 'error',
    plugins: [assembly()],
    build: {
      ssr: 'src/headless/index.ts',
      outDir: 'dist-headless',
      target: 'node20',
      rolldownOptions: { output: { banner: commonJs } },
    },
    // The packages of TensorFlow.js import files without their endings, which Node refuses.
    ssr: { noExternal: true },
  });
}
