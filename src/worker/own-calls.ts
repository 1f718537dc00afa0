import type { OwnCalls } from '../api';
import { previewFile } from '../engine/data/guess';
import { openFiles } from '../engine/data/opening/open-files';
import { readExport } from '../engine/data/personal/read-export';
import { cardOf, type Library } from './library';

/** Calls about the list that a person has from elsewhere. */
export function ownCalls(library: Library): OwnCalls {
  return {
    async readList(files) {
      const sources = await openFiles(files);
      const previews = await Promise.all(sources.map((source) => previewFile(source)));
      const lists = sources.map((source, at) => ({ source, plan: previews[at].plan }));
      return readExport(lists.filter(({ plan }) => plan.kind === 'personal'));
    },

    async matchTitles(id, entries) {
      const [dataset, match] = [await library.catalogue(id), await library.matcher(id)];
      return entries.map((entry) => {
        const { verdict, candidates } = match({ ...entry, year: entry.year ?? NaN });
        return { verdict, candidates: candidates.map(({ item }) => cardOf(dataset, item)) };
      });
    },
  };
}
