/** Finds the texts that share the most groups of three letters with another. */
export interface TrigramIndex {
  /** Indices of up to `limit` texts that are at least a little alike, the most alike first. */
  nearest(text: string, limit: number): readonly number[];
}

/** Groups are numbered by a hash: two that share a number cost a comparison, no more. */
const buckets = 2 ** 16;
/** Share of groups in common (Dice) below which texts are not alike. */
const leastShared = 0.35;

/** An index of folded `texts`, as lists of the texts that have each group. */
export function createTrigramIndex(texts: readonly string[]): TrigramIndex {
  const groups = texts.map(groupsOf);
  const sizes = Uint16Array.from(groups, (group) => group.length);
  const offsets = new Uint32Array(buckets + 1);
  for (const group of groups) for (const id of group) offsets[id + 1]++;
  for (let id = 0; id < buckets; id++) offsets[id + 1] += offsets[id];
  const next = offsets.slice();
  const holders = new Uint32Array(offsets[buckets]);
  groups.forEach((group, text) => group.forEach((id) => (holders[next[id]++] = text)));
  const shared = new Uint16Array(texts.length);

  return {
    nearest(text, limit) {
      const group = groupsOf(text);
      const touched: number[] = [];
      for (const id of group) {
        for (let at = offsets[id]; at < offsets[id + 1]; at++) {
          if (shared[holders[at]]++ === 0) touched.push(holders[at]);
        }
      }
      const alike: { readonly other: number; readonly share: number }[] = [];
      for (const other of touched) {
        const share = (2 * shared[other]) / (group.length + sizes[other]);
        if (share >= leastShared) alike.push({ other, share });
        shared[other] = 0;
      }
      alike.sort((a, b) => b.share - a.share || a.other - b.other);
      return alike.slice(0, limit).map(({ other }) => other);
    },
  };
}

/** The numbers of the different groups of three letters in `text`, its edges counting as letters. */
function groupsOf(text: string): number[] {
  const ids: number[] = [];
  let [a, b] = [space, space];
  for (let at = 0; at <= text.length; at++) {
    const c = at < text.length ? text.charCodeAt(at) : space;
    const id = (a * 961 + b * 31 + c) % buckets;
    if (!ids.includes(id)) ids.push(id);
    [a, b] = [b, c];
  }
  return ids;
}

const space = 32;
