/**
 * Every failure this program can name. `error.name` is the discriminant because
 * it survives `postMessage`; class identity and extra fields do not.
 */
export type ErrorName =
  | 'InputError' // the file cannot be read as interactions; the message says where
  | 'DataError' // the data that were read are too little, or lack what is asked of them
  | 'ConfigError' // a hyperparameter is out of range
  | 'UnknownIdError' // no such user or item in the data: it may be mistyped
  | 'NotFoundError' // no such dataset, run or model: it may have been removed
  | 'DivergenceError' // the loss became NaN or infinite
  | 'CheckpointError' // not a checkpoint of ours, or of a version we do not read
  | 'BackupError' // not a backup of ours, cut short, or damaged
  | 'BundleError' // not a bundle of ours, damaged, or out of reach
  | 'EmbedError' // the page that embeds a list keeps it from starting; the message says what to add
  | 'DeviceError' // no usable backend, out of memory, or the GPU was lost
  | 'MemoryError' // no room for so much at once
  | 'StorageError' // quota exceeded, blocked, or evicted
  | 'BusyError' // one training or import at a time
  | 'AbortError'; // the person asked to stop

/** Builds an `Error` with a name from the table above. */
export function failure(name: ErrorName, message: string, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), { name });
}

/** Whether `error` is a failure called `name`. */
export function isFailure(error: unknown, name: ErrorName): boolean {
  return error instanceof Error && error.name === name;
}
