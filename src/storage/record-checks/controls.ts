/** What controls are kept as, field by field, for when it comes from outside. */
import type { Controls } from '../../api';
import * as is from '../checks';
import { isExplorer } from './log';

const isTexts = is.listOf(is.text);
const isYear = is.orNull(is.number);

export const isControls = is.shape<Controls<string>>({
  genres: isTexts,
  years: is.tuple(isYear, isYear),
  text: is.text,
  blockedGenres: isTexts,
  boostedGenres: isTexts,
  boosted: isTexts,
  pinned: isTexts,
  lessLike: isTexts,
  diversity: is.number,
  popularity: is.number,
  exploration: is.number,
  explorer: is.optional(isExplorer),
  newItems: is.optional(is.oneOf('only', 'none')),
});
