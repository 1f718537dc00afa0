import type { EngineApi } from '../api';
import { itemCounts } from '../engine/data/dataset';
import { previewFile } from '../engine/data/guess';
import { createTitleMatcher, type TitleMatcher } from '../engine/data/matching/match-titles';
import { openFiles } from '../engine/data/opening/open-files';
import { readExport } from '../engine/data/personal/read-export';
import { cardOf, type Library } from './library';

type OwnCalls = Pick<EngineApi, 'readList' | 'matchTitles'>;

/** Calls about the list that a person has from elsewhere. */
export function ownCalls(library: Library): OwnCalls {
  /** Of the data that were asked for last: to index their titles takes a second. */
  let last: { readonly dataset: string; readonly match: TitleMatcher } | null = null;

  async function matcherOf(id: string): Promise<TitleMatcher> {
    if (last?.dataset === id) return last.match;
    const dataset = await library.catalogue(id);
    const match = createTitleMatcher(dataset.catalog, itemCounts(dataset));
    last = { dataset: id, match };
    return match;
  }

  return {
    async readList(files) {
      const sources = await openFiles(files);
      const previews = await Promise.all(sources.map((source) => previewFile(source)));
      const lists = sources.map((source, at) => ({ source, plan: previews[at].plan }));
      return readExport(lists.filter(({ plan }) => plan.kind === 'personal'));
    },

    async matchTitles(id, entries) {
      const [dataset, match] = [await library.catalogue(id), await matcherOf(id)];
      return entries.map((entry) => {
        const { verdict, candidates } = match({ ...entry, year: entry.year ?? NaN });
        return { verdict, candidates: candidates.map(({ item }) => cardOf(dataset, item)) };
      });
    },
  };
}
