import { wrap } from 'comlink';
import { trustedScript } from '../../../src/client/start-worker';
import { wasmBinary } from '../../../src/kernels/wasm/binary';
import ceiling from '../ceiling/index.ts?worker&url';
import jaxjs from '../jaxjs/index.ts?worker&url';
import ours from '../ours/index.ts?worker&url';
import tfjs from '../tfjs/index.ts?worker&url';
import type { CeilingRealm, Opened, Platform } from '../platform';
import type { Realm } from '../realm';

const libraries = { ours, tfjs, jaxjs };

/** A worker for each realm. */
export function pagePlatform(): Platform {
  return {
    host: `${browserName(navigator.userAgent)}, ${navigator.hardwareConcurrency} processors`,
    wasmPath: new URL(wasmBinary, location.href).href,
    open: (library) => openRealm<Realm>(libraries[library]),
    openCeiling: () => openRealm<CeilingRealm>(ceiling),
  };
}

function openRealm<R>(url: string): Opened<R> {
  const worker = new Worker(trustedScript(url), { type: 'module' });
  const died = new Promise<never>((_resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message || 'Its worker did not start.'));
  });
  died.catch(() => {}); // heard by whoever waits for an answer
  return { realm: wrap<R>(worker) as R, died, close: () => worker.terminate() };
}

/** Browser and system, as the user agent has them. */
function browserName(userAgent: string): string {
  const [system = ''] = /\([^)]*\)/.exec(userAgent) ?? [];
  const found = /(Edg|Firefox|Chrome|Version)\/(\d+)/.exec(userAgent);
  const names: Record<string, string> = { Edg: 'Edge', Version: 'Safari' };
  const browser = found ? `${names[found[1]] ?? found[1]} ${found[2]}` : 'Unknown browser';
  return `${browser} ${system}`.trim();
}
