/**
 * Makes the page work when the network and its server are gone: at the first visit all files
 * of the app are kept, each only if it is the one that was built, and from then on they come
 * from here. A new version is fetched beside the one in use, and waits until the page says so
 * or its last tab is closed. Nothing else is ever asked for or kept.
 */

/** The files of this build below the scope, each with its hash as in Subresource Integrity. */
interface Shell {
  /** Differs as soon as a file does. */
  readonly version: string;
  readonly files: Readonly<Record<string, string>>;
  /** The Content Security Policy of the pages. */
  readonly policy: string;
}

/** Put in by the build. */
declare const __SHELL__: Shell;

/** What is used here of a service worker's scope: its types cannot stand beside those of a page. */
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'message', listener: (event: Lasting & MessageEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
}

interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}

interface Asked {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

const scope = globalThis as unknown as Scope;
const { version, files, policy: pagePolicy } = __SHELL__;
const prefix = 'palate-';
const cacheName = `${prefix}${version}`;

scope.addEventListener('install', (event) => event.waitUntil(keepAll()));
scope.addEventListener('activate', (event) => event.waitUntil(takeOver()));
scope.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(scope.skipWaiting());
});
scope.addEventListener('fetch', (event) => {
  const file = fileOf(event.request);
  if (file !== null) event.respondWith(answer(file, event.request));
});

/** Keeps every file, or none: one that is not as it was built fails the installation. */
async function keepAll(): Promise<void> {
  const cache = await caches.open(cacheName);
  const requests = Object.entries(files).map(
    ([file, integrity]) => new Request(addressOf(file), { integrity, cache: 'no-cache' }),
  );
  await cache.addAll(requests);
}

/**
 * Lets go of older versions but the last, from which a tab that is still open may yet load a
 * part of itself.
 */
async function takeOver(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  const older = names.filter((name) => name !== cacheName).slice(0, -1);
  await Promise.all(older.map((name) => caches.delete(name)));
  await scope.clients.claim();
}

/** The file of the app that is asked for, or null: of this version, or kept from the one before. */
function fileOf({ url, method }: Request): string | null {
  const address = new URL(url);
  const { scope: root } = scope.registration;
  if (method !== 'GET' || !`${address.origin}${address.pathname}`.startsWith(root)) return null;
  const file = `${address.origin}${address.pathname}`.slice(root.length) || 'index.html';
  return file in files || file.startsWith('assets/') ? file : null;
}

async function answer(file: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const address = addressOf(file);
  const kept = (await cache.match(address)) ?? (await caches.match(address));
  return sealed(kept ?? (await fetch(request)));
}

/** With the policy, which a worker takes from its script, on a host that sends none too. */
function sealed({ body, status, statusText, headers }: Response): Response {
  const stamped = new Headers(headers);
  stamped.set('Content-Security-Policy', pagePolicy);
  return new Response(body, { status, statusText, headers: stamped });
}

const addressOf = (file: string): string => new URL(file, scope.registration.scope).href;
