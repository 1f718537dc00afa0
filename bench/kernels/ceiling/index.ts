/** Measures the adapter itself, in a realm of its own. */
import { expose } from 'comlink';
import { opener } from '../endpoint';
import type { CeilingRealm } from '../platform';
import { cpuCeiling } from './cpu';
import { gpuCeiling } from './gpu';

const realm: CeilingRealm = {
  measure: (backend) => (backend === 'webgpu' ? gpuCeiling() : cpuCeiling()),
};

expose(realm, opener());
