/**
 * The least number of letters to be changed, left out, put in or exchanged with the next
 * until `typed` is the beginning of `word`; more than `most` where it is more than that.
 * Optimal string alignment: Damerau (1964), https://doi.org/10.1145/363958.363994
 */
export function prefixEdits(typed: string, word: string, most: number): number {
  const width = Math.min(word.length, typed.length + most);
  let before: number[] = [];
  let above = Array.from({ length: width + 1 }, (_zero, column) => column);
  for (let row = 1; row <= typed.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= width; column++) {
      const change = Number(typed[row - 1] !== word[column - 1]);
      let edits = Math.min(above[column - 1] + change, above[column] + 1, current[column - 1] + 1);
      if (isExchange(typed, word, row, column)) edits = Math.min(edits, before[column - 2] + 1);
      current.push(edits);
      if (edits < least) least = edits;
    }
    if (least > most) return most + 1;
    [before, above] = [above, current];
  }
  return Math.min(...above);
}

/** Whether the last two letters of these beginnings are the same the other way round. */
function isExchange(a: string, b: string, i: number, j: number): boolean {
  return i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
}
