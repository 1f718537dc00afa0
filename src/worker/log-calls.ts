import type { Action, LogCalls } from '../api';
import { noControls } from '../engine/serving/controls';
import { appendActions, datasetsOfActions, dropActions, listActions } from '../storage/actions';
import { readControls, writeControls } from '../storage/controls';
import { clearLog, forgetItem } from '../storage/log';
import { appendShown, listShown } from '../storage/shown';
import { cardOf, type Library } from './library';
import { isSuperseded, standsOf } from './opinions';

/** Lines that the log may have, beside the last word on each item; a tenth goes at once. */
const mostLines = 20_000;

async function append(actions: readonly Action[]): Promise<void> {
  const lines = await appendActions(actions);
  if (lines > mostLines) await dropActions(isSuperseded, mostLines / 10);
}

/** Calls about what a person thinks of items, and wants of lists. */
export function logCalls(library: Library): LogCalls {
  return {
    async log(action) {
      if (action.kind !== 'clear') return append([action]);
      await forgetItem(action.dataset, action.item);
      library.clear();
    },
    logAll: append,
    logShown: appendShown,

    async opinions(id) {
      const dataset = await library.catalogue(id);
      const stands = standsOf(await listActions(id)).filter(
        ({ item }) => dataset.items.find(item) >= 0,
      );
      const opinions = stands.map((stand) => ({
        ...cardOf(dataset, dataset.items.indexOf(stand.item)),
        ...stand,
      }));
      return opinions.reverse();
    },

    datasetsSpokenOf: datasetsOfActions,

    async exportLog(id) {
      const log = { actions: await listActions(id), shown: await listShown(id) };
      return new Blob([JSON.stringify(log, null, 1)], { type: 'application/json' });
    },
    async clearLog(id) {
      library.clear();
      await clearLog(id);
    },

    controls: async (id) => (await readControls(id)) ?? noControls,
    setControls: writeControls,
  };
}
