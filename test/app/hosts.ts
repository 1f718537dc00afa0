/** Hosts that note all that they are asked. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** A request as it arrived, its headers and body included. */
export interface Asked {
  readonly method: string;
  /** From the root on. */
  readonly url: string;
  readonly headers: string;
  readonly body: string;
}

export interface Host {
  /** With a slash at its end. */
  readonly address: string;
  readonly asked: readonly Asked[];
  close(): void;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** Serves the files of a folder as the plainest host does: it sends no header but their type. */
export function hostFiles(folder: string): Promise<Host> {
  return host(async ({ url }) => {
    const { pathname } = new URL(url, 'http://host');
    const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const body = await readFile(join(folder, file)).catch(() => null);
    return { body, headers: { 'Content-Type': types[extname(file)] ?? 'text/plain' } };
  });
}

/** Has something for everybody who asks, from wherever: what does not arrive here was held back. */
export function hostAnything(): Promise<Host> {
  const headers = { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/javascript' };
  return host(async () => ({ body: 'export {};', headers }));
}

interface Answer {
  /** Null where there is nothing. */
  readonly body: Buffer | string | null;
  readonly headers: OutgoingHttpHeaders;
}

async function host(answer: (asked: Asked) => Promise<Answer>): Promise<Host> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void note(request).then(async (one) => {
      asked.push(one);
      const { body, headers } = await answer(one);
      response.writeHead(body === null ? 404 : 200, headers).end(body ?? '');
    });
  });
  server.on('upgrade', (request, socket) => {
    socket.destroy();
    void note(request).then((one) => asked.push(one));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    asked,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function note(request: IncomingMessage): Promise<Asked> {
  const { method = '', url = '', rawHeaders } = request;
  let body = '';
  if (!request.headers.upgrade) for await (const chunk of request) body += String(chunk);
  return { method, url, headers: rawHeaders.join('\n'), body };
}
