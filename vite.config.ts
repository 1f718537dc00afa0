import { defineConfig } from 'vitest/config';

export default defineConfig({
  base: './',
  worker: { format: 'es' },
  build: { target: 'es2022' },
  test: {
    expect: { requireAssertions: true },
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/app/**'],
          server: { deps: { inline: [/@tensorflow/] } },
        },
      },
    ],
  },
});
