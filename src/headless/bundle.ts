import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { itemsFile, manifestFile, weightsFiles } from '../engine/bundle/manifest';
import { writeBundle, type BundleSource } from '../engine/bundle/write';
import { tell } from './tell';

/** Bytes, as they lie there and as a host that compresses sends them. */
interface Size {
  readonly raw: number;
  readonly gzip: number;
}

/** Writes a bundle into a folder, and tells what a visitor will load. @throws BundleError */
export async function exportBundle(folder: string, source: BundleSource) {
  const files = await writeBundle(source);
  await mkdir(folder, { recursive: true });
  const sizes: Record<string, Size> = {};
  for (const [name, file] of Object.entries(files)) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    await writeFile(join(folder, name), bytes);
    sizes[name] = { raw: bytes.length, gzip: gzipSync(bytes).length };
  }
  const visit = (weights: string) =>
    [manifestFile, itemsFile, weights].reduce(
      (sum, name) => ({
        raw: sum.raw + sizes[name].raw,
        gzip: sum.gzip + sizes[name].gzip,
      }),
      { raw: 0, gzip: 0 },
    );
  const visits = { int8: visit(weightsFiles.int8), float32: visit(weightsFiles.float32) };
  const { int8 } = visits;
  tell(`A visitor loads ${kilobytes(int8.raw)}, compressed ${kilobytes(int8.gzip)}.`);
  return {
    folder,
    items: source.checkpoint.items.length,
    files: sizes,
    visits,
    measured: source.measured,
  };
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}
