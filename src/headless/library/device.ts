import type { Device } from '../../kernels/backend';
import { start } from '../start';
import type { Backend } from './types';

let running: Promise<Device> | null = null;
let asked: Backend | null = null;

/** What computes: the backend that was asked for, else what runs already, else the best there is. @throws DeviceError */
export function computeOn(backend: Backend | null = null): Promise<Device> {
  if (running && (backend === null || backend === asked)) return running;
  asked = backend;
  running = start({ backend });
  running.catch(() => (running = null)); // whoever asks again tries again
  return running;
}
