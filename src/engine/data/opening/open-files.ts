import { openGzip } from './gzip';
import { hasSignature, signatures } from './signatures';
import type { Source } from './source';

/**
 * What is in `files`, in their order: a zip archive is all of its entries, a compressed
 * file (gzip) is what was compressed. @throws InputError
 */
export async function openFiles(files: readonly File[]): Promise<Source[]> {
  const opened = await Promise.all(files.map(openFile));
  return opened.flat();
}

async function openFile(file: File): Promise<readonly Source[]> {
  const start = await file
    .slice(0, 4)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0));
  const bytes = new Uint8Array(start);
  if (hasSignature(bytes, signatures.gzip)) return [await openGzip(file)];
  if (!hasSignature(bytes, signatures.zip)) return [file];
  const { openZip } = await import('./zip'); // a library that few need
  return openZip(file);
}
