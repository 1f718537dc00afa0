import { itemsFile } from './manifest';
import { refusal } from './refusal';

/**
 * Text as gzip, so that it is small on hosts too that compress nothing. Its file is not called
 * gz: some hosts tell browsers to unpack files of that name, and the hash would not fit.
 */
export function pack(text: string): Promise<Blob> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(packed).blob();
}

/** More than the items of any bundle take: what unpacks to more than that is no such file. */
const mostBytes = 256e6;

/** The text that was packed. @throws BundleError when it is damaged, or far too large */
export async function unpack(bytes: ArrayBuffer): Promise<string> {
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let size = 0;
  try {
    for (const reader = unpacked.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > mostBytes) {
        await reader.cancel();
        throw new RangeError(`more than ${mostBytes / 1e6} MB`);
      }
      parts.push(decoder.decode(value, { stream: true }));
    }
  } catch (cause) {
    throw refusal(itemsFile, 'cannot be unpacked', undefined, cause);
  }
  return parts.join('') + decoder.decode();
}
