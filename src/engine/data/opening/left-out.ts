/** Folders of what Netflix tells of an account, beside what was watched. */
const netflixFolders =
  /(^|\/)(ACCOUNT|CLICKSTREAM|CUSTOMER_SERVICE|DEVICES|GAMES|IP_ADDRESSES|MESSAGES|PAYMENT_AND_BILLING|PROFILES|SOCIAL_MEDIA_CONNECTIONS|SURVEYS)\//;

/** What an archive holds beside data, by name, and why it is not read. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/(^|\/)(readme|licen[cs]e|copying|checksums?|changelog)[^/]*$/i, 'is about the data'],
  [/\.(md|pdf|html?|sh|pl|py|ipynb|png|jpe?g|md5)$/i, 'is no table'],
  [/(^|\/)u[1-5ab]\.(base|test)$/, 'repeats a part of u.data'],
  [/(^|\/)u\.(info|genre|occupation)$/, 'lists what other files say as well'],
  [/(^|\/)genome-(scores|tags)\.csv$/, 'holds computed tags, too many to use'],
  [/(^|\/)links\.csv$/, 'holds the ids of other sites'],
  [/(^|\/)(probe|qualifying|judging)\.txt$/, 'has no ratings'],
  [/^(deleted|orphaned)\//, 'holds what was deleted'],
  [/(^|\/)watchlist\.csv$/, 'is what was not watched yet'],
  [/(^|\/)CONTENT_INTERACTION\/(?!ViewingActivity)/, 'is not of what was watched'],
  [netflixFolders, 'is about the account'],
];

/** What operating systems leave in archives. */
const litter = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;

/** Whether `path` is worth mentioning at all. */
export function isLitter(path: string): boolean {
  return litter.test(path);
}

/** Why the entry at `path` of an archive is left out, or null. */
export function whyLeftOut(path: string): string | null {
  return rules.find(([pattern]) => pattern.test(path))?.[1] ?? null;
}
