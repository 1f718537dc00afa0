/** Vite's way to what other sites take: each a file below `embed/` with a name that stays. */
import { join } from 'node:path';
import { assembly } from './assembly.mjs';

/**
 * What is built, by the name it keeps. A site takes these one by one, so that none of them
 * shares a part with another, or with the app.
 * @type {Readonly<Record<string, { source: string, format: 'es' | 'iife' }>>}
 */
const entries = {
  'palate-recs': { source: 'src/widget/index.ts', format: 'es' },
  'palate-frame': { source: 'src/widget/frame.ts', format: 'es' },
  'palate-embed': { source: 'src/widget/loader.ts', format: 'iife' },
};

/** @returns {import('vite').Plugin} */
export function embed() {
  let folder = '';
  return {
    name: 'palate-embed',
    apply: 'build',
    configResolved({ build }) {
      folder = join(build.outDir, 'embed');
    },
    async closeBundle() {
      for (const [name, entry] of Object.entries(entries)) await buildEntry(name, entry, folder);
    },
  };
}

/**
 * @param {string} name
 * @param {{ source: string, format: 'es' | 'iife' }} entry
 * @param {string} folder
 */
async function buildEntry(name, { source, format }, folder) {
  const { build } = await import('vite');
  await build({
    configFile: false,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [assembly()],
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: { [name]: source },
        preserveEntrySignatures: 'strict',
        output: { format, entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  });
}
