/**
 * How alike two folded titles are, `[0, 1]`: the share of letters that need no change
 * (Damerau–Levenshtein, where two neighbours may also change places), less where the two
 * name different numbers, as sequels do.
 */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  const alike = 1 - editDistance(a, b) / longest;
  return numbersOf(a) === numbersOf(b) ? alike : alike * otherNumber;
}

const otherNumber = 0.7;

function numbersOf(text: string): string {
  return (text.match(/\d+/g) ?? []).join(' ');
}

/** Letters to add, leave out, change or swap with the next (each part of the text at most once). */
function editDistance(a: string, b: string): number {
  let [last, previous] = [[] as number[], row(b.length)];
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (isSame ? 0 : 1));
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) cost = Math.min(cost, last[j - 2] + 1);
      current.push(cost);
    }
    [last, previous] = [previous, current];
  }
  return previous[b.length];
}

function row(length: number): number[] {
  return Array.from({ length: length + 1 }, (_, at) => at);
}
