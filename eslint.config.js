import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { sealed } from './scripts/no-network.mjs';

/** Floating promises, stray `any`, and the ways data could leave the page. Little else. */
export default tseslint.config(
  {
    ignores: [
      'dist/',
      'dist-headless/',
      'dist-bench/',
      'dist-epochs/',
      'dist-latency/',
      'dist-visitor/',
      'dist-demo/',
      'dist-package/',
      'test/fixtures/consumer/', // a project of its own, with the package
      'node_modules/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'performance', 'setInterval', 'clearInterval'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
  {
    files: ['demo/shop/*.js', 'demo/blog/*.js', 'test/fixtures/host/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        ['customElements', 'document', 'fetch', 'location', 'URLSearchParams', 'window'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  ...sealed,
);
