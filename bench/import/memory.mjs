/** The memory of a browser. Linux only: it is read from /proc. */
import { readFileSync, readdirSync } from 'node:fs';

/** Peaks of the resident memory below a process: of the largest renderer, and of all together. */
export function watchMemory(root) {
  let [renderer, all] = [0, 0];
  const look = () => {
    const family = processesBelow(root);
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
      const renderers = processesBelow(root).filter(isRenderer);
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

function processesBelow(root) {
  const parents = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const [, parent] = /\) \S (\d+)/.exec(readOrNothing(`/proc/${pid}/stat`)) ?? [];
    if (parent) parents.set(Number(pid), Number(parent));
  }
  const isBelow = (pid) => pid === root || (parents.has(pid) && isBelow(parents.get(pid)));
  return [...parents.keys()].filter(isBelow);
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
