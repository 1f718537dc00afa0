/// <reference types="trusted-types" />
import { failure } from '../errors';

/** The address of a script, or a `TrustedScriptURL`, for which a policy of the page has vouched. */
export type ScriptAddress = string | VouchedAddress;

/** A `TrustedScriptURL`, whose name not every TypeScript knows. */
type VouchedAddress = object;

let policy: Pick<TrustedTypePolicy, 'createScriptURL'> | null = null;

/**
 * `address` as pages want it that start scripts only by Trusted Types, where they allow our
 * policy; else as it is. The policy vouches for nothing but scripts of the page's own origin.
 */
export function trusted(address: ScriptAddress): ScriptAddress {
  const { trustedTypes } = window;
  if (typeof address !== 'string' || !trustedTypes) return address;
  try {
    policy ??= trustedTypes.createPolicy('palate-worker', { createScriptURL: ownScript });
  } catch {
    return address; // its name is not allowed here; where plain addresses are, that does not matter
  }
  return policy.createScriptURL(address);
}

/** @throws EmbedError when a script is on another origin, from which browsers start no worker */
export function ownScript(address: string): string {
  const { origin, href } = new URL(address, document.baseURI);
  if (origin === location.origin) return href;
  throw failure(
    'EmbedError',
    `The worker's script is at ${origin}, and browsers start workers only from the page's own ` +
      `origin, ${location.origin}. Copy palate-worker.js and the files beside it to this site and ` +
      'name its address in the attribute "worker"; or embed by palate-embed.js, which brings an iframe.',
  );
}
