import { failure } from '../../../errors';

/** Where clocks are set alike. */
export interface TimeZone {
  /**
   * The time, in ms since the epoch, at which a clock there shows what one on UTC shows at
   * `clock`. What clocks show twice, in autumn, is the first time; what they skip, in spring,
   * counts as if they had not been put forward yet.
   */
  timeAt(clock: number): number;
}

const hour = 3_600_000; // ms
const day = 24 * hour;

export const utc: TimeZone = { timeAt: (clock) => clock };

/** The zone of that name in the IANA database, such as `Europe/Berlin`. @throws ConfigError */
export function createTimeZone(name = 'UTC'): TimeZone {
  if (name === 'UTC') return utc;
  const aheadAt = createOffsets(name);
  return {
    timeAt(clock) {
      const [before, after] = [aheadAt(clock - day), aheadAt(clock + day)];
      const early = clock - before;
      if (before === after || aheadAt(early) === before) return early;
      const late = clock - after;
      return aheadAt(late) === after ? late : early;
    },
  };
}

/** How far the clocks are ahead of UTC at a time, in ms. Remembered by the day: to ask is slow. */
function createOffsets(name: string): (time: number) => number {
  const clocks = clocksOf(name);
  const atMidnight = new Map<number, number>();
  const measure = (time: number): number => {
    const parts = clocks.formatToParts(time).map(({ type, value }) => [type, Number(value)]);
    const { year, month, day, hour, minute, second } = Object.fromEntries(parts);
    return Date.UTC(year, month - 1, day, hour, minute, second) - 1000 * Math.floor(time / 1000);
  };
  const atStartOf = (days: number): number => {
    const ahead = atMidnight.get(days) ?? measure(days * day);
    atMidnight.set(days, ahead);
    return ahead;
  };
  return (time) => {
    const days = Math.floor(time / day);
    const ahead = atStartOf(days);
    return ahead === atStartOf(days + 1) ? ahead : measure(time);
  };
}

function clocksOf(name: string): Intl.DateTimeFormat {
  const numeric = 'numeric';
  try {
    return new Intl.DateTimeFormat('en', {
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
  } catch (cause) {
    const remedy = 'Give its name as in “Europe/Berlin”, or “UTC”.';
    throw failure('ConfigError', `There is no time zone “${name}”. ${remedy}`, cause);
  }
}
