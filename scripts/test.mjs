/**
 * `npm test`: installs what is missing, a browser included, then checks types,
 * rules and format and runs all tests. The last line is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveUp, install } from './install.mjs';
import { findChromium, installChromium } from './chromium.mjs';

/** What is checked before the tests run; each counts as one of them. */
const checks = [
  { title: 'Types', command: ['typescript/bin/tsc'] },
  { title: 'Rules', command: ['eslint/bin/eslint.js', '.'] },
  { title: 'Format', command: ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'] },
];

install();
if (!findChromium()) installChromium();
if (!findChromium()) {
  giveUp(
    'The browser tests need Chromium or Chrome, and none was found. Install one, or set\n' +
      'CHROMIUM_PATH to its program: https://www.chromium.org/getting-involved/download-chromium/',
  );
}

const results = [...checks.map(runCheck), runTests()];
const passed = results.reduce((total, result) => total + result.passed, 0);
const failed = results.reduce((total, result) => total + result.failed, 0);
console.log('');
for (const { title, ...counts } of results) console.log(`${title}: ${summary(counts)}`);
console.log(`\n${summary({ passed, failed })}`);
process.exitCode = failed > 0 ? 1 : 0;

/** @param {{ title: string, command: string[] }} check */
function runCheck({ title, command }) {
  console.log(`\n${title}`);
  const ok = runTool(command);
  return { title, passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'palate-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ok = runTool(['vitest/vitest.mjs', 'run', ...reporters]);
  const counts = countTests(report);
  rmSync(folder, { recursive: true });
  // What fails outside every test, such as a browser that does not start, counts as one.
  return { title: 'Tests', ...counts, failed: ok ? counts.failed : Math.max(1, counts.failed) };
}

/** @param {string} report the path of Vitest's report */
function countTests(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    return { passed: numPassedTests, failed: numFailedTests + testResults.filter(isBroken).length };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/**
 * Whether a file of tests failed before its first test.
 * @param {{ status: string, assertionResults: unknown[] }} file
 */
function isBroken({ status, assertionResults }) {
  return status === 'failed' && assertionResults.length === 0;
}

/**
 * Runs a program of an installed package and says whether it succeeded.
 * @param {string[]} command
 */
function runTool([program, ...args]) {
  const path = join('node_modules', program);
  return spawnSync(process.execPath, [path, ...args], { stdio: 'inherit' }).status === 0;
}

/** @param {{ passed: number, failed: number }} counts */
function summary({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
