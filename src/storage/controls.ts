import type { Controls } from '../api';
import { isControls } from './record-checks/controls';
import { readSetting, writeSetting } from './settings';

/** The setting that holds the controls of a dataset. */
export const controlsKey = (dataset: string): string => `controls/${dataset}`;

/** The controls of a dataset as they were last set; null where there are none that can be read. */
export async function readControls(dataset: string): Promise<Controls<string> | null> {
  const text = await readSetting(controlsKey(dataset));
  const controls = text === null ? null : parse(text);
  return isControls(controls) ? controls : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // as if there were none: it came from a backup that was written by hand
  }
}

/** Keeps controls, or none. */
export async function writeControls(
  dataset: string,
  controls: Controls<string> | null,
): Promise<void> {
  await writeSetting(controlsKey(dataset), JSON.stringify(controls));
}
