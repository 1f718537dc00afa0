/** The memory of a browser. Linux only: it is read from /proc. */
import { readFileSync, readdirSync } from 'node:fs';
import process from 'node:process';

/** Peaks of the resident memory of the browser that we started: of the largest renderer, and of all together. */
export function watchMemory() {
  let [renderer, all] = [0, 0];
  const look = () => {
    const family = ownProcesses();
    const sizes = family.map((pid) => ({ pid, bytes: proportionalBytes(pid) }));
    const renderers = sizes.filter(({ pid }) => isRenderer(pid));
    renderer = Math.max(renderer, ...renderers.map(({ bytes }) => bytes));
    all = Math.max(
      all,
      sizes.reduce((sum, { bytes }) => sum + bytes, 0),
    );
  };
  const timer = setInterval(look, 250);
  return {
    /** Of the largest renderer, now. */
    rendererMiB: () => {
      const renderers = ownProcesses().filter(isRenderer);
      return Math.round(Math.max(0, ...renderers.map(proportionalBytes)) / 2 ** 20);
    },
    restart: () => ([renderer, all] = [0, 0]),
    peaks: () => ({
      rendererMiB: Math.round(renderer / 2 ** 20),
      browserMiB: Math.round(all / 2 ** 20),
    }),
    stop: () => clearInterval(timer),
  };
}

/** All processes below this one. */
function ownProcesses() {
  const parents = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const [, parent] = /\) \S (\d+)/.exec(readOrNothing(`/proc/${pid}/stat`)) ?? [];
    if (parent) parents.set(Number(pid), Number(parent));
  }
  const isOurs = (pid) =>
    parents.get(pid) === process.pid || (parents.has(pid) && isOurs(parents.get(pid)));
  return [...parents.keys()].filter(isOurs);
}

function isRenderer(pid) {
  return readOrNothing(`/proc/${pid}/cmdline`).includes('--type=renderer');
}

/** What is resident, shared pages by their share. */
function proportionalBytes(pid) {
  const [, kilobytes = 0] = /^Pss:\s+(\d+)/m.exec(readOrNothing(`/proc/${pid}/smaps_rollup`)) ?? [];
  return Number(kilobytes) * 1024;
}

function readOrNothing(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // it ended in the meantime
  }
}
