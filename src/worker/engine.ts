import type { BackendName, Device, EngineApi } from '../api';
import { publishedFigures } from '../engine/evaluation/published';
import { describeModels } from '../engine/models/registry';
import { replaceBackend, startBackend } from '../kernels/backend';
import { wasmBinary } from '../kernels/wasm/binary';
import { exportBackup, importBackup } from '../storage/backup';
import { isBackup } from '../storage/backup-format';
import { deleteEverything } from '../storage/database';
import { storageUse } from '../storage/quota';
import { readSetting, writeSetting } from '../storage/settings';
import { createAnswers } from './answers';
import { dataCalls } from './data-calls';
import { createDeviceTurn } from './device-turn';
import { createLearner } from './learner';
import { createLibrary } from './library';
import { listCalls } from './list-calls';
import { logCalls } from './log-calls';
import { checkContents } from './outside';
import { ownCalls } from './own-calls';
import { bundleCalls } from './bundle-calls';
import { recommenderCalls } from './recommender-calls';
import { createShelves } from './shelves';
import { trainingCalls } from './training-calls';

/** Everything the page can ask for: glue, no arithmetic. */
export function createEngine(): EngineApi {
  const answers = createAnswers();
  const library = createLibrary(answers);
  const learner = createLearner(library, answers);
  const shelves = createShelves();
  let device: Promise<Device> | undefined;
  let forced: BackendName | null = null;
  const wasmPath = new URL(wasmBinary, import.meta.url).href;
  const start = (preferred: BackendName | null): Promise<Device> => {
    if (device) return device;
    forced = preferred;
    return (device = startBackend({ preferred, wasmPath }));
  };
  /** A GPU that keeps going away is not asked again. */
  const replace = (losses: number): Promise<Device> => {
    library.clear();
    return (device = replaceBackend({ preferred: losses > 2 ? 'wasm' : forced, wasmPath }));
  };

  const data = dataCalls(library);
  const turn = createDeviceTurn(learner);
  const training = trainingCalls(library, learner, { start: () => start(null), replace }, turn);

  /** Ends the training under way, of which nothing is stored since `removal` takes its data away. */
  async function ending(removal: () => Promise<void>): Promise<void> {
    await training.stop();
    await removal();
    await turn.over();
  }

  return {
    start,
    models: async () => describeModels(),
    published: async () => publishedFigures,
    ...data,
    ...ownCalls(library),
    ...training,
    ...answers.counting(recommenderCalls(library, shelves)),
    ...answers.counting(bundleCalls(library)),
    ...answers.counting(listCalls(library, shelves)),
    ...logCalls(library),

    storage: storageUse,
    exportBackup,
    isBackup,
    async importBackup(file) {
      await start(null);
      await importBackup(file, checkContents);
      library.clear();
    },
    async removeDataset(id) {
      const isLearnedFrom = turn.job?.info?.request.dataset === id;
      await (isLearnedFrom ? ending(() => data.removeDataset(id)) : data.removeDataset(id));
    },
    async deleteEverything() {
      await data.cancelImport();
      library.clear();
      await ending(deleteEverything);
    },
    async refresh() {
      library.clear();
    },
    setting: readSetting,
    setSetting: writeSetting,
  };
}
