import type { Language } from '../client/state';

/** Numbers and dates as a language writes them. */
export interface Formats {
  count(n: number): string;
  /** Three significant digits for large and small numbers alike, for losses and speeds. */
  short(n: number): string;
  /** As exactly as it was written, for bounds. */
  exact(n: number): string;
  /** Four digits after the point, for metrics. */
  metric(n: number): string;
  /** As `metric`, with its sign. */
  difference(n: number): string;
  percent(share: number): string;
  bytes(n: number): string;
  /** Several names, one after the other. */
  list(names: readonly string[]): string;
  /** Minutes and seconds, hours where there are any. */
  duration(seconds: number): string;
  date(ms: number): string;
  /** Of a month such as 2000-04. */
  month(name: string): string;
  time(ms: number): string;
  /** Date and time of day on UTC, to the second. */
  moment(ms: number): string;
}

const locales: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };
const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

function createFormats(locale: string): Formats {
  const number = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options);
  const count = number({ maximumFractionDigits: 0 });
  const short = number({ maximumSignificantDigits: 3 });
  const exact = number({ maximumSignificantDigits: 12 });
  const metric = number({ minimumFractionDigits: 4, maximumFractionDigits: 4 });
  const difference = number({
    minimumFractionDigits: 4,
    maximumFractionDigits: 4,
    signDisplay: 'always',
  });
  const percent = number({ style: 'percent', maximumSignificantDigits: 3 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const month = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'UTC',
  });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  return {
    count: (n) => count.format(n),
    short: (n) => short.format(n),
    exact: (n) => exact.format(n),
    metric: (n) => metric.format(n),
    difference: (n) => difference.format(n),
    percent: (share) => percent.format(share),
    bytes(n) {
      const power = Math.min(Math.floor(Math.log10(Math.max(n / 1000, 1)) / 3), units.length - 1);
      const unit = { style: 'unit', unit: units[power], maximumSignificantDigits: 3 } as const;
      return number(unit).format(n / 1000 ** (power + 1));
    },
    list: (names) => list.format(names),
    duration,
    date: (ms) => date.format(ms),
    month: (name) => month.format(firstDayOf(name)),
    time: (ms) => time.format(ms),
    moment: (ms) => moment.format(ms),
  };
}

/** Of a month such as 2000-04, of any year: `Date.parse` knows but four digits. */
function firstDayOf(month: string): number {
  const [year, number] = /^(-?\d+)-(\d+)$/.exec(month)!.slice(1).map(Number);
  return new Date(0).setUTCFullYear(year, number - 1, 1);
}

const formats: Readonly<Record<Language, Formats>> = {
  en: createFormats(locales.en),
  zh: createFormats(locales.zh),
};

export function formatsFor(language: Language): Formats {
  return formats[language];
}

/** `m:ss`, or `h:mm:ss`. */
function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const tail = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}
