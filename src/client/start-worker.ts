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
 * Starts the engine in its worker: from a blob, because such a worker has the policy of the page.
 * One from an address has the policy that came with its file, which on many hosts is none.
 */
export function startWorker(): Worker {
  const engine = new URL(workerUrl, location.href).href;
  const start = new Blob([`import ${JSON.stringify(engine)};`], { type: 'text/javascript' });
  const script = trustedScript(URL.createObjectURL(start));
  return new Worker(script, { type: 'module', name: 'engine' });
}
