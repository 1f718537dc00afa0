import { failure } from '../errors';
import type { ReadFile } from '../engine/bundle/read';

/**
 * Fetches the files of a bundle from a folder. Browsers may keep them: each is asked for by its
 * hash too, so that one of an older bundle is never taken for it; of the manifest it is asked
 * whether there is a newer one, and where no answer comes the kept one does.
 */
export function filesIn(folder: string): ReadFile {
  return async (name, integrity) => {
    const address = new URL(name, folder.endsWith('/') ? folder : `${folder}/`);
    if (integrity) address.searchParams.set('v', integrity.slice(-16));
    const response = integrity
      ? await ask(address, 'default')
      : await ask(address, 'no-cache').catch(() => ask(address, 'force-cache'));
    if (response.ok) return response.arrayBuffer();
    throw outOfReach(address, `the server says ${response.status}`);
  };
}

async function ask(address: URL, cache: RequestCache): Promise<Response> {
  try {
    return await fetch(address, { cache, credentials: 'omit' });
  } catch (cause) {
    throw outOfReach(address, 'there is no connection, or the page may not ask there', cause);
  }
}

function outOfReach(address: URL, why: string, cause?: unknown): Error {
  return failure(
    'BundleError',
    `The bundle’s file ${address.href} is out of reach: ${why}. Publish all files of the bundle ` +
      'there; from another origin, that server must send Access-Control-Allow-Origin, and the ' +
      'Content-Security-Policy of this page must name it in connect-src.',
    cause,
  );
}
