/** Vite's way to what other sites take: each a file below `embed/` with a name that stays. */
import { join } from 'node:path';
import { assembly } from './assembly.mjs';
import { servingOnly } from './serving.mjs';

/**
 * What is built, by the name it keeps. A site takes these one by one, so that none of them
 * shares a part with another, or with the app. The worker alone comes in parts, which lie in a
 * folder beside it: of many models, a visitor loads the one that serves.
 * @type {Readonly<Record<string, { source: string, format: 'es' | 'iife', parts?: boolean }>>}
 */
const entries = {
  'palate-worker': { source: 'src/visitor/index.ts', format: 'es', parts: true },
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
    closeBundle: () => buildEmbed(folder),
  };
}

/**
 * Builds all that other sites take into `folder`.
 * @param {string} folder
 */
export async function buildEmbed(folder) {
  for (const [name, entry] of Object.entries(entries)) await buildEntry(name, entry, folder);
}

/**
 * @param {string} name
 * @param {{ source: string, format: 'es' | 'iife', parts?: boolean }} entry
 * @param {string} folder
 */
async function buildEntry(name, { source, format, parts = false }, folder) {
  const { build } = await import('vite');
  await build({
    configFile: false,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [servingOnly(), assembly()],
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: false,
      modulePreload: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { [name]: source },
        // No part imports the worker's own file: at an address with a query it would run twice.
        preserveEntrySignatures: 'strict',
        output: {
          ...{ format, entryFileNames: '[name].js', codeSplitting: parts },
          ...{
            chunkFileNames: `${name}/[name]-[hash].js`,
            assetFileNames: `${name}/[name]-[hash][extname]`,
          },
        },
      },
    },
  });
}
