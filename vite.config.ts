import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { assembly } from './scripts/assembly.mjs';
import { findChromium, webGpuArguments } from './scripts/chromium.mjs';
import { embed } from './scripts/embed.mjs';
import { offline } from './scripts/offline.mjs';
import { security } from './scripts/security.mjs';

const tensorflow = [
  '@tensorflow/tfjs-backend-cpu',
  '@tensorflow/tfjs-backend-cpu/dist/base',
  '@tensorflow/tfjs-backend-wasm',
  '@tensorflow/tfjs-backend-webgpu',
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-core/dist/register_all_gradients',
];

export default defineConfig({
  base: './',
  appType: 'mpa', // a file that is missing is missing: no page is served in its place
  plugins: [assembly(), security(), offline(), embed()],
  worker: { format: 'es', plugins: () => [assembly()] },
  build: {
    target: 'es2022',
    rolldownOptions: {
      input: {
        index: 'index.html',
        bench: 'bench.html',
        'service-worker': 'src/service-worker.ts',
      },
      // Its address must stay: by it browsers find the next version.
      output: {
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js',
      },
      checks: { pluginTimings: false },
    },
  },
  test: {
    expect: { requireAssertions: true },
    maxWorkers: '100%', // Vitest would leave a core idle, which is half of two
    projects: [
      {
        plugins: [assembly()],
        // One copy of TensorFlow.js, its modules: Vitest would add the package's CommonJS bundle.
        ssr: { resolve: { mainFields: ['module', 'main'] } },
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/app/**'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
          server: { deps: { inline: [/@tensorflow/] } },
        },
      },
      {
        extends: true,
        // Named, because a package found in mid-test makes Vite reload the page.
        optimizeDeps: { include: [...tensorflow, '@tensorflow/tfjs', '@jax-js/jax', 'comlink'] },
        test: {
          name: 'webgpu',
          // Every kernel meets the same test here on WebGPU as in Node on WASM and in plain JavaScript.
          include: ['test/browser/**/*.test.ts', 'test/kernels/*/*.test.ts'],
          exclude: ['test/kernels/wasm/**'],
          sequence: { groupOrder: 1 },
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          browser: {
            enabled: true,
            // Chromium is headless by its argument: Playwright's own mode has no WebGPU.
            headless: false,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: findChromium() ?? 'chromium',
                args: webGpuArguments,
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'app',
          include: ['test/app/**/*.test.ts'],
          sequence: { groupOrder: 1 }, // beside those of WebGPU: each has a browser of its own
          fileParallelism: false,
          globalSetup: 'test/app/serve.ts',
          testTimeout: 180_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
