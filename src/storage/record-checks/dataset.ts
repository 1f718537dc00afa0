/** The record of a dataset, field by field, for when it comes from outside. */
import type { DatasetInfo, ImportReport, Problem, SideInfo } from '../../api';
import * as is from '../checks';

const isProblem = is.shape<Problem>({
  file: is.text,
  line: is.count,
  why: is.oneOf(
    'too-few-columns',
    'no-user',
    'no-item',
    'bad-rating',
    'bad-time',
    'duplicate',
    'stray-quote',
    'empty-cell',
    'too-varied',
    'too-many-new',
  ),
  text: is.text,
});

const isReport = is.shape<ImportReport>({
  rows: is.count,
  kept: is.count,
  counts: is.recordOf(is.count),
  problems: is.listOf(isProblem),
  duplicates: is.optional(is.oneOf('newest', 'first', 'all', 'mean')),
});

const isSide = is.shape<SideInfo>({
  people: is.listOf(is.text),
  items: is.listOf(is.text),
  context: is.listOf(is.text),
  triples: is.count,
  friends: is.count,
});

export const isDatasetInfo = is.shape<DatasetInfo>({
  id: is.text,
  name: is.text,
  source: is.oneOf('file', 'demo'),
  users: is.count,
  items: is.count,
  interactions: is.count,
  hash: is.text,
  valueRange: is.interval,
  period: is.orNull(is.interval),
  newItems: is.optional(is.count),
  hasTitles: is.flag,
  side: is.optional(isSide),
  report: isReport,
  bytes: is.count,
  createdAt: is.number,
});
