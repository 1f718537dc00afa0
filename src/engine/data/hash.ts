import { historyOf, type Dataset } from './dataset';

/**
 * SHA-256 of the interactions, hexadecimal: the same for the same interactions,
 * in whatever order they were read. What is hashed is one line for each,
 * `user⇥item⇥value⇥time` and a line feed, the lines in the order of their UTF-16
 * code units. A value has up to seven digits (`4`, `3.5`), a time is in ms since
 * the epoch, or empty where unknown. With `parts` `[events]` of a split, each line
 * ends in a tab and its part.
 */
export async function hashDataset(dataset: Dataset, parts?: Uint8Array): Promise<string> {
  const lines = Array.from(usersInOrder(dataset), (user) => linesOf(dataset, user, parts));
  return sha256(lines);
}

/** Of some text in parts, hexadecimal. */
export async function sha256(text: readonly string[]): Promise<string> {
  const bytes = await new Blob([...text]).arrayBuffer();
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Users as the first cells of sorted lines would have them. */
function usersInOrder({ users }: Dataset): number[] {
  const starts = users.ids.map((id) => `${id}\t`);
  return Array.from(starts.keys()).sort((a, b) => (starts[a] < starts[b] ? -1 : 1));
}

/** All lines of one user, sorted. */
function linesOf(dataset: Dataset, user: number, parts?: Uint8Array): string {
  const { items, values, timestamps } = historyOf(dataset, user);
  const start = dataset.users.ids[user];
  const lines = Array.from(items, (item, event) => {
    const value = Number(values[event].toPrecision(7));
    const time = Number.isNaN(timestamps[event]) ? '' : timestamps[event];
    const part = parts ? `\t${parts[dataset.offsets[user] + event]}` : '';
    return `${start}\t${dataset.items.ids[item]}\t${value}\t${time}${part}\n`;
  });
  return lines.sort().join('');
}
