import { expect, test } from 'vitest';
import type { FilePlan, FilePreview } from '../../src/api';
import { isBeyondDoubt } from '../../src/client/usable';

/** A file with a header that is read without a problem, as `plan` says otherwise. */
function previewOf(plan: Partial<FilePlan>, changes: Partial<FilePreview> = {}): FilePreview {
  return {
    plan: {
      name: '',
      kind: 'items',
      encoding: '',
      delimiter: ',',
      header: true,
      roles: {},
      ...plan,
    },
    columns: [],
    rows: [],
    size: 0,
    problem: null,
    times: null,
    ratings: null,
    repeats: null,
    ...changes,
  };
}

const ratings = previewOf({ kind: 'interactions' });
const movies = previewOf({ roles: { item: 0, title: 1 } });
const local = { times: { read: [], isLocal: true } };

test.each<[string, readonly FilePreview[], boolean]>([
  ['ratings and titles are', [ratings, movies], true],
  [
    'what else an archive holds is no matter',
    [ratings, movies, previewOf({ kind: 'unknown', archive: 'a.zip' }, { problem: 'Prose.' })],
    true,
  ],
  [
    'columns of an archive need no names',
    [previewOf({ ...ratings.plan, header: false, archive: 'a.zip' }), movies],
    true,
  ],
  ['columns of another file do', [previewOf({ ...ratings.plan, header: false }), movies], false],
  ['ratings without titles are not', [ratings], false],
  ['titles without ratings are not', [movies], false],
  [
    'nor are they beside a file that nobody knows',
    [ratings, movies, previewOf({ kind: 'unknown' })],
    false,
  ],
  ['nor with a problem', [ratings, { ...movies, problem: 'No items.' }], false],
  ['nor with times of some zone', [{ ...ratings, ...local }, movies], false],
])('beyond doubt: %s', (_what, previews, wanted) => {
  expect(isBeyondDoubt(previews)).toBe(wanted);
});
