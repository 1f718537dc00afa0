/** What is stored, as a whole. */

export interface StorageInfo {
  /** Bytes. */
  readonly used: number;
  readonly quota: number;
}

export interface StorageCalls {
  storage(): Promise<StorageInfo>;
  /** Everything stored, as one file. */
  exportBackup(): Promise<Blob>;
  /** Whether `file` is a backup by how it begins. */
  isBackup(file: File): Promise<boolean>;
  /** Replaces everything stored by a backup. @throws BackupError */
  importBackup(file: File): Promise<void>;
  deleteEverything(): Promise<void>;
  /** Forgets what is loaded: another tab has changed what is stored. */
  refresh(): Promise<void>;
  setting(key: string): Promise<string | null>;
  setSetting(key: string, value: string): Promise<void>;
}
