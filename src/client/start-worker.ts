/// <reference types="trusted-types" />
import workerUrl from '../worker/index.ts?worker&url';

/**
 * Vouches for the addresses of our own scripts. The page is served under
 * `require-trusted-types-for 'script'`, where a plain string starts no worker.
 */
const policy = globalThis.window?.trustedTypes?.createPolicy('palate-worker', {
  createScriptURL: (url) => url,
});

/** `url` as browsers with Trusted Types want it; a policy's name can be taken only once. */
export function trustedScript(url: string): string {
  return (policy?.createScriptURL(url) ?? url) as string;
}

/**
 * Starts the engine in its worker. One from an address has the policy that came with its file,
 * which our service worker sees to, but many hosts do not: until it is in charge, the worker is
 * from a blob, and so has the policy of the page. (Not after: Firefox 153 then loads no module.)
 */
export function startWorker(): Worker {
  const engine = new URL(workerUrl, location.href).href;
  const script = navigator.serviceWorker?.controller ? engine : inBlob(engine);
  return new Worker(trustedScript(script), { type: 'module', name: 'engine' });
}

function inBlob(module: string): string {
  const start = new Blob([`import ${JSON.stringify(module)};`], { type: 'text/javascript' });
  return URL.createObjectURL(start);
}
