/** A backup: eight bytes of header length, a JSON header, then the stored files. */
import type { Action, DatasetInfo, RecommenderInfo, RunInfo, ShownList } from '../api';
import type { FileKey, Versioned } from './schema';
import { isDatasetInfo } from './record-checks/dataset';
import { isAction, isShownList } from './record-checks/log';
import { isRecommenderInfo } from './record-checks/recommender';
import { isRunInfo } from './record-checks/run';
import * as is from './checks';
import { failure } from '../errors';

/** One stored file; the files follow the header in its order. */
export interface FileEntry {
  readonly key: FileKey;
  readonly bytes: number;
  readonly sha256: string;
}

export interface BackupHeader {
  readonly format: 'palate-backup-1';
  readonly datasets: readonly DatasetInfo[];
  readonly runs: readonly Versioned<RunInfo>[];
  readonly recommenders: readonly Versioned<RecommenderInfo>[];
  readonly actions: readonly Action[];
  /** Absent in backups of earlier versions. */
  readonly shown?: readonly ShownList[];
  readonly settings: readonly (readonly [key: string, value: string])[];
  readonly testReads: readonly (readonly [splitHash: string, reads: number])[];
  readonly files: readonly FileEntry[];
}

const isFileEntry = is.shape<FileEntry>({
  key: is.tuple(is.oneOf('dataset', 'run', 'recommender', 'lesson'), is.text, is.count),
  bytes: is.count,
  sha256: is.text,
});

const isHeader = is.shape<BackupHeader>({
  format: is.oneOf('palate-backup-1'),
  datasets: is.listOf(isDatasetInfo),
  runs: is.listOf(is.shape({ info: isRunInfo, generation: is.count })),
  recommenders: is.listOf(is.shape({ info: isRecommenderInfo, generation: is.count })),
  actions: is.listOf(isAction),
  shown: is.optional(is.listOf(isShownList)),
  settings: is.listOf(is.tuple(is.text, is.text)),
  testReads: is.listOf(is.tuple(is.text, is.count)),
  files: is.listOf(isFileEntry),
});

const lengthBytes = 8;

/** The backup as one file; nothing of the stored files is copied. */
export function encodeBackup(header: BackupHeader, files: readonly Blob[]): Blob {
  const json = new TextEncoder().encode(JSON.stringify(header));
  return new Blob([new BigUint64Array([BigInt(json.length)]), json, ...files]);
}

/** How the header of every version begins. */
const beginning = '{"format":"palate-backup-';

/** Whether `file` begins as a backup; whether it is a sound one is seen once it is restored. */
export async function isBackup(file: Blob): Promise<boolean> {
  const begins = file.slice(lengthBytes, lengthBytes + beginning.length);
  // What cannot be read is told by whoever reads on.
  return (await begins.text().catch(() => '')) === beginning;
}

/** The header, and its files as they lie in the backup, unread. @throws BackupError */
export async function decodeBackup(
  backup: Blob,
): Promise<{ readonly header: BackupHeader; readonly files: readonly Blob[] }> {
  if (backup.size < lengthBytes) throw notABackup();
  const [length] = new BigUint64Array(await backup.slice(0, lengthBytes).arrayBuffer());
  let position = lengthBytes + Number(length);
  if (position > backup.size) throw notABackup();
  const header = parseHeader(await backup.slice(lengthBytes, position).text());
  const files = header.files.map(({ bytes }) => {
    position += bytes;
    return backup.slice(position - bytes, position);
  });
  if (position !== backup.size) throw failure('BackupError', 'The backup is cut short or damaged.');
  return { header, files };
}

function parseHeader(json: string): BackupHeader {
  try {
    const header: unknown = JSON.parse(json);
    if (isHeader(header)) return header;
  } catch (cause) {
    throw notABackup(cause);
  }
  throw notABackup();
}

function notABackup(cause?: unknown): Error {
  return failure('BackupError', 'This file is not a backup that this Palate can read.', cause);
}
