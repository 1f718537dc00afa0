import { BlobReader, BlobWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';

/** An archive of `files`, by their paths. */
export async function zipFiles(files: Readonly<Record<string, Blob>>): Promise<Blob> {
  // Workers of its own are nothing the page's policy would allow; this is one already.
  const writer = new ZipWriter(new BlobWriter('application/zip'), { useWebWorkers: false });
  for (const [path, file] of Object.entries(files)) await writer.add(path, new BlobReader(file));
  return writer.close();
}
