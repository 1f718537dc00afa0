import type { Catalog } from '../dataset';
import { similarity } from './similarity';
import { formsOf, type TitleForm } from './title-forms';
import { createTrigramIndex } from './trigram-index';

/** A title as someone's list has it. */
export interface ListedTitle {
  readonly title: string;
  /** What else it is called; absent where nothing else is known. */
  readonly originalTitle?: string;
  /** NaN where unknown. */
  readonly year: number;
}

/** An item that a title may mean. */
export interface Candidate {
  /** Item index. */
  readonly item: number;
  /** `[0, 1]`; 1 is the same title and year. */
  readonly score: number;
}

/**
 * `sure` needs no second look; the first candidate of `likely` may be taken unseen by whoever
 * will not look; `review` needs a look; `none` has nothing that is alike.
 */
export type Verdict = 'sure' | 'likely' | 'review' | 'none';

/** What a title was found to mean: up to three candidates, the best first. */
export interface TitleMatch {
  readonly verdict: Verdict;
  readonly candidates: readonly Candidate[];
}

/** Finds the items that titles mean. */
export type TitleMatcher = (listed: ListedTitle) => TitleMatch;

/** Scores from which a candidate is beyond doubt, rather right than wrong, or worth a look. */
const [leastSure, leastLikely, leastAlike] = [0.82, 0.66, 0.6];
/** How far the second must be behind, for the first to be beyond doubt. */
const leastMargin = 0.04;
const shownCandidates = 3;
/** Texts that are alike by their letters, and are looked at closely. */
const looked = 24;

/** A form of an item's title. */
interface Entry {
  readonly item: number;
  readonly weight: number;
}

/**
 * A matcher of titles with items of these `titles` and `years`: the same title first, in any
 * of its forms, else the most alike. Years may differ by a few, at a price. Of equals the one
 * with the higher of `counts`, how often each was chosen, comes first.
 */
export function createTitleMatcher(
  { titles, years }: Pick<Catalog, 'titles' | 'years'>,
  counts: ArrayLike<number>,
): TitleMatcher {
  const entries = new Map<string, Entry[]>();
  titles.forEach((title, item) => {
    for (const { text, weight } of formsOf(title).forms) {
      const same = entries.get(text);
      if (same) same.push({ item, weight });
      else entries.set(text, [{ item, weight }]);
    }
  });
  const texts = [...entries.keys()];
  const index = createTrigramIndex(texts);

  /** The best score of each item with a form among `texts`, for a title's `form`. */
  function score(
    best: Map<number, number>,
    form: TitleForm,
    others: readonly string[],
    year: number,
  ) {
    for (const text of others) {
      const alike = similarity(form.text, text) * form.weight;
      for (const { item, weight } of entries.get(text) ?? []) {
        const value = alike * weight * yearFactor(year, years[item]);
        if (value > (best.get(item) ?? 0)) best.set(item, value);
      }
    }
  }

  return ({ title, originalTitle = '', year: stated }) => {
    const { forms: own, year: named } = formsOf(title);
    const forms = [...own, ...formsOf(originalTitle).forms];
    const year = Number.isNaN(stated) ? named : stated;
    const best = new Map<number, number>();
    for (const form of forms) score(best, form, [form.text], year);
    if (Math.max(0, ...best.values()) < leastSure) {
      for (const form of forms) {
        const near = index.nearest(form.text, looked).map((at) => texts[at]);
        score(best, form, near, year);
      }
    }
    const candidates = Array.from(best, ([item, value]) => ({ item, score: value }))
      .filter((candidate) => candidate.score >= leastAlike)
      .sort((a, b) => b.score - a.score || counts[b.item] - counts[a.item] || a.item - b.item)
      .slice(0, shownCandidates);
    return { verdict: judge(candidates), candidates };
  };
}

function judge([first, second]: readonly Candidate[]): Verdict {
  if (!first) return 'none';
  const margin = first.score - (second?.score ?? 0);
  if (first.score >= leastSure && margin >= leastMargin) return 'sure';
  return first.score >= leastLikely ? 'likely' : 'review';
}

/** What is left where the years are so many apart: a premiere elsewhere, or a new release. */
const yearsApart = [1, 0.95, 0.8, 0.7];
/** … and where they are further apart: most are another film of that name, worth a look only. */
const otherFilm = 0.62;

/** What years that differ, or are not known, leave of a score. */
function yearFactor(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return 0.9;
  return yearsApart[Math.abs(a - b)] ?? otherFilm;
}
