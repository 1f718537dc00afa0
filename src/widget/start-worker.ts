import { failure } from '../errors';
import { ownScript, trusted } from './trust';
import type { ScriptAddress } from './trust';

/** A worker, and a promise that rejects with an EmbedError when its script does not run. */
export interface Started {
  readonly worker: Worker;
  readonly failed: Promise<never>;
}

/** The directives of the page's security policy that were breached since the first start. */
const breached = new Set<string>();
let watching = false;

/** Starts the worker at `address`. @throws EmbedError when the page does not allow it */
export function startWorker(address: ScriptAddress): Started {
  ownScript(String(address));
  watchPolicy();
  const worker = construct(address);
  const failed = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', ({ message }) => {
      // The report of a breach may come a moment after the error that it causes.
      setTimeout(() => reject(failureOf(address, message)), 50);
    });
  });
  return { worker, failed };
}

function watchPolicy(): void {
  if (watching) return;
  watching = true;
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
    breached.add(effectiveDirective),
  );
}

function construct(address: ScriptAddress): Worker {
  try {
    return new Worker(trusted(address) as string, { type: 'module', name: 'palate' });
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'EmbedError') throw error;
    if (name === 'TypeError') breached.add('require-trusted-types-for');
    throw failureOf(address, message, error);
  }
}

function failureOf(address: ScriptAddress, message = '', cause?: unknown): Error {
  return failure('EmbedError', reasonOf(String(address), message), cause);
}

/** Why a worker does not start, and what the page's owner can do about it. */
function reasonOf(address: string, message: string): string {
  if (breached.has('require-trusted-types-for')) {
    return (
      'This page starts scripts only by Trusted Types. Add palate-worker to the directive ' +
      'trusted-types of its Content-Security-Policy, or set the property workerUrl to a TrustedScriptURL.'
    );
  }
  if (breached.has('worker-src')) {
    return (
      "This page's Content-Security-Policy does not let it start the worker. Add the directive " +
      "worker-src 'self' to it."
    );
  }
  if (message !== '') return `The worker's script at ${address} failed: ${message}`;
  return (
    `The worker's script did not load from ${address}. Copy palate-worker.js and the files beside ` +
    'it there, or name their address in the attribute "worker".'
  );
}
