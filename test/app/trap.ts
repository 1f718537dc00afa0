import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A proxy that leads nowhere, in place of the whole internet. */
export interface Trap {
  /** Makes a browser go through it for every host but the one that serves the app. */
  readonly args: readonly string[];
  /** The hosts that a page, a worker or anything else in the browser turned to. */
  caught(): string[];
  close(): void;
}

/** Chromium looks for updates and accounts by itself, whatever page is open. */
export const browsersOwn = /(^|\.)(google|googleapis|gvt1)\.com$/;

/** Sets a trap for whatever leaves the app, in whichever way. */
export async function setTrap(): Promise<Trap> {
  const hosts: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (data) => {
      hosts.push(hostOf(data.toString()));
      socket.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    args: [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=localhost'],
    caught: () => hosts.filter((host) => !browsersOwn.test(host)),
    close: () => server.close(),
  };
}

/** The host that a request asks the proxy for: `CONNECT host:443 …` or `GET http://host/ …`. */
function hostOf(request: string): string {
  const [, target = ''] = request.split(' ');
  return new URL(target.includes('://') ? target : `http://${target}`).hostname;
}
