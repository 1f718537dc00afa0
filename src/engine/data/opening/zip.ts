import { ZipReader } from '@zip.js/zip.js/lib/zip-core-reader.js';
import type { CreateReadableOptions, FileEntry } from '@zip.js/zip.js/lib/zip-core-reader.js';
import { failure } from '../../../errors';
import { isLitter, whyLeftOut } from './left-out';
import { refuseBomb } from './limits';
import type { Source } from './source';
import { watched } from './watched';

const mostEntries = 10_000;
/** Workers of its own are nothing the page's policy would allow; this is one already. */
const options = { useWebWorkers: false };

/** The entries of the archive `file`, of which only the directory is read. @throws InputError */
export async function openZip(file: File): Promise<readonly Source[]> {
  const entries = await readDirectory(file);
  refuseDocument(file, entries);
  const files = entries.filter(({ filename }) => !isLitter(filename));
  if (files.length > mostEntries) {
    const remedy = 'Unpack it, and choose the files of ratings.';
    throw failure('InputError', `${file.name} holds ${files.length} files. ${remedy}`);
  }
  const unpacked = files.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  refuseBomb(file.name, file.size, unpacked);
  const names = files.map(({ filename }) => filename.slice(filename.lastIndexOf('/') + 1));
  return files.map((entry, at) => {
    const isOnly = names.indexOf(names[at]) === names.lastIndexOf(names[at]);
    return sourceOf(file, entry, isOnly ? names[at] : entry.filename);
  });
}

async function readDirectory(file: File): Promise<FileEntry[]> {
  const reader = {
    size: file.size,
    readUint8Array: async (from: number, length: number) =>
      new Uint8Array(await file.slice(from, from + length).arrayBuffer()),
    createReadable: ({ offset = 0, size }: CreateReadableOptions = {}) =>
      file.slice(offset, size === undefined ? file.size : offset + size).stream(),
    get readable() {
      return file.stream();
    },
  };
  const entries = await new ZipReader(reader, options).getEntries().catch((cause) => {
    const remedy = 'Download it again, or unpack it yourself and choose what is inside.';
    throw failure('InputError', `${file.name} is a damaged archive. ${remedy}`, cause);
  });
  return entries.filter((entry) => !entry.directory);
}

/** Spreadsheets are archives too. */
function refuseDocument({ name }: File, entries: readonly FileEntry[]): void {
  if (entries.every(({ filename }) => filename !== '[Content_Types].xml')) return;
  throw failure(
    'InputError',
    `${name} is a spreadsheet or a text file of an office program. Save it as CSV first.`,
  );
}

function sourceOf(file: File, entry: FileEntry, name: string): Source {
  const why = entry.encrypted ? 'is locked by a password' : whyLeftOut(entry.filename);
  const remedy = entry.encrypted ? ' Unpack it with the password, and choose it then.' : '';
  return {
    name,
    size: entry.uncompressedSize,
    archive: file.name,
    stream: () => unpack(file, entry),
    ...(why && { leftOut: `${name} in ${file.name} ${why}.${remedy}` }),
  };
}

function unpack(file: File, entry: FileEntry): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  // What fails here fails at the other end too, where it is told.
  entry.getData(writable, options).catch(() => undefined);
  return watched(readable, { explain: (cause) => damaged(file, entry, cause) });
}

function damaged(file: File, { filename, encrypted }: FileEntry, cause: unknown): Error {
  const problem = encrypted ? 'is locked by a password' : 'is damaged or packed in a rare way';
  const remedy = `Unpack ${file.name} yourself, and choose the file then.`;
  return failure('InputError', `${filename} in ${file.name} ${problem}. ${remedy}`, cause);
}
