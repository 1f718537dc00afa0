import { fork } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { wrap } from 'comlink';
import { endpointOf } from '../endpoint';
import type { CeilingRealm, Opened, Platform } from '../platform';
import type { Realm } from '../realm';

/** Where the bundles lie: this one, and those of the realms. */
const folder = import.meta.dirname;

/** A child process for each realm. */
export function nodePlatform(wasmPath: string): Platform {
  return {
    host: `Node ${process.versions.node}, ${process.platform}, ${cpus().length} × ${cpus()[0].model.trim()}`,
    wasmPath,
    open: (library) => openRealm<Realm>(library),
    openCeiling: () => openRealm<CeilingRealm>('ceiling'),
  };
}

function openRealm<R>(name: string): Opened<R> {
  const child = fork(join(folder, `${name}.js`), {
    execArgv: ['--import', join(folder, 'gpu.js')],
    serialization: 'advanced', // typed arrays as such
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const died = new Promise<never>((_resolve, reject) => {
    child.once('exit', (code, signal) =>
      reject(new Error(`Its process ended: ${signal ?? code}.`)),
    );
  });
  died.catch(() => {}); // closing a realm is no failure
  return {
    realm: wrap<R>(endpointOf(child)) as R,
    died,
    close: () => void child.kill(),
  };
}
