/**
 * Indices of the `k` largest finite scores, best first. Equal scores keep index
 * order, so a ranking never depends on the device that produced the scores.
 * Runs in O(n log k): `heap` holds the best seen so far, its worst at the root.
 */
export function topK(scores: ArrayLike<number>, k: number): Int32Array {
  const heap: number[] = [];
  const worse = (a: number, b: number): boolean =>
    scores[a] < scores[b] || (scores[a] === scores[b] && a > b);
  for (let index = 0; index < scores.length; index++) {
    if (!Number.isFinite(scores[index])) continue;
    if (heap.length < k) {
      heap.push(index);
      siftUp(heap, worse);
    } else if (k > 0 && worse(heap[0], index)) {
      heap[0] = index;
      siftDown(heap, worse);
    }
  }
  return Int32Array.from(heap).sort((a, b) => (worse(a, b) ? 1 : -1));
}

type Order = (a: number, b: number) => boolean;

function siftUp(heap: number[], worse: Order): void {
  let child = heap.length - 1;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    if (!worse(heap[child], heap[parent])) return;
    [heap[child], heap[parent]] = [heap[parent], heap[child]];
    child = parent;
  }
}

function siftDown(heap: number[], worse: Order): void {
  let parent = 0;
  for (;;) {
    let worst = parent;
    for (const child of [2 * parent + 1, 2 * parent + 2]) {
      if (child < heap.length && worse(heap[child], heap[worst])) worst = child;
    }
    if (worst === parent) return;
    [heap[parent], heap[worst]] = [heap[worst], heap[parent]];
    parent = worst;
  }
}
