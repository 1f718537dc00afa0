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

/** Starts the engine in its worker. */
export function startWorker(): Worker {
  return new Worker(trustedScript(workerUrl), { type: 'module', name: 'engine' });
}
