import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/**
 * Builds the example in React into `react/` below `folder`.
 * @param {string} folder
 */
export function buildReact(folder) {
  const vite = ['node_modules/vite/bin/vite.js', 'build', 'demo/react', '--base', './'];
  const into = ['--outDir', resolve(folder, 'react'), '--emptyOutDir', '--logLevel', 'warn'];
  // In a process of its own: inside a test runner it would build for tests.
  const { status } = spawnSync(process.execPath, [...vite, ...into], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error('The example in React does not build; see above.');
}
