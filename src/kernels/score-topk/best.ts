/**
 * The `k` best of the scores that are offered, in O(log k) each. A heap: the worst of
 * those kept is at the root. Scores are offered in the order of their indices, and equal
 * ones keep it, so that a ranking never depends on the device that produced the scores.
 */
export class Best {
  readonly #items: Int32Array;
  readonly #scores: Float32Array;
  #size = 0;
  /** What a score must exceed to be among the best: no other need be offered. */
  floor = -Infinity;

  constructor(k: number) {
    this.#items = new Int32Array(k);
    this.#scores = new Float32Array(k);
    if (k === 0) this.floor = Infinity;
  }

  /** Takes a score above `floor` if it is finite. */
  offer(score: number, item: number): void {
    if (score === Infinity) return;
    if (this.#size < this.#items.length) this.#rise(this.#size++, score, item);
    else this.#sink(this.#size, score, item);
    if (this.#size === this.#items.length) this.floor = this.#scores[0];
  }

  /** How many it holds. */
  get size(): number {
    return this.#size;
  }

  /** Gives up what it holds: items best first, and their scores. */
  moveTo(items: Int32Array, scores: Float32Array): void {
    while (this.#size > 0) {
      const last = this.#size - 1;
      [items[last], scores[last]] = [this.#items[0], this.#scores[0]];
      this.#size = last;
      this.#sink(last, this.#scores[last], this.#items[last]);
    }
  }

  /** Places a score at the leaf `place`, or above it. */
  #rise(place: number, score: number, item: number): void {
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.#isWorse(score, item, parent)) break;
      this.#move(parent, place);
      place = parent;
    }
    this.#put(place, score, item);
  }

  /** Places a score at the root, or below it, in a heap of such a size. */
  #sink(size: number, score: number, item: number): void {
    let place = 0;
    for (let child = 1; child < size; child = 2 * place + 1) {
      const other = child + 1;
      if (other < size && this.#isWorse(this.#scores[other], this.#items[other], child)) child++;
      if (this.#isWorse(score, item, child)) break;
      this.#move(child, place);
      place = child;
    }
    this.#put(place, score, item);
  }

  #isWorse(score: number, item: number, place: number): boolean {
    const held = this.#scores[place];
    return score < held || (score === held && item > this.#items[place]);
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#scores[from], this.#items[from]);
  }

  #put(place: number, score: number, item: number): void {
    this.#scores[place] = score;
    this.#items[place] = item;
  }
}

/** Indices of the `k` largest finite scores, best first; fewer where there are not so many. */
export function topK(scores: ArrayLike<number>, k: number): Int32Array {
  const kept = Math.min(k, scores.length);
  const best = new Best(kept);
  for (let i = 0; i < scores.length; i++) if (scores[i] > best.floor) best.offer(scores[i], i);
  const items = new Int32Array(best.size);
  best.moveTo(items, new Float32Array(best.size));
  return items;
}
