import { defaultDevice, getWebGPUDevice, init } from '@jax-js/jax';
import type { Setting } from '../realm';

/** Starts jax-js on the GPU, and gives the adapter's name. */
export async function start({ backend }: Setting): Promise<string> {
  if (backend !== 'webgpu') throw new Error('jax-js is measured on WebGPU only.');
  const devices = await init('webgpu');
  if (!devices.includes('webgpu')) throw new Error('jax-js finds no WebGPU here.');
  defaultDevice('webgpu');
  const { vendor, architecture, device, description } = getWebGPUDevice().adapterInfo;
  return description || [vendor, architecture, device].filter(Boolean).join(' ') || 'unnamed GPU';
}
