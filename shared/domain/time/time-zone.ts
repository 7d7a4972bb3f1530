/** An IANA time zone. Times are in milliseconds since the epoch. */
export interface TimeZone {
  readonly name: string;
  /** Returns the milliseconds by which local time is ahead of UTC at a time. */
  offset(time: number): number;
  /** Returns the changes of the offset between two times, ascending; the first entry is the offset at `first`. */
  changes(first: number, last: number): OffsetChange[];
}

/** From the time `from` on, the offset is `offset` milliseconds. */
export interface OffsetChange {
  readonly from: number;
  readonly offset: number;
}

const SECOND = 1000;
const DAY = 86_400_000;
/** Outside these years, the offset at the nearer end is used. */
const FIRST_DAY = Math.floor(Date.UTC(1800, 0, 1) / DAY);
const LAST_DAY = Math.floor(Date.UTC(2400, 0, 1) / DAY);

const zones = new Map<string, TimeZone>();

/** Returns a time zone by its name; its offsets are cached. Throws RangeError if there is no such zone. */
export function timeZone(name: string): TimeZone {
  const existingZone = zones.get(name);
  if (existingZone) return existingZone;
  const zone = name === 'UTC' ? UTC : zoneOf(name, offsetFromIntl(name));
  zones.set(name, zone);
  return zone;
}

const UTC: TimeZone = { name: 'UTC', offset: () => 0, changes: (first) => [{ from: first, offset: 0 }] };

/** Whether there is a time zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    timeZone(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * Offsets of one day in UTC: `before` until the time `at`, and `after` from then on. A zone changes its offset at most
 * once a day.
 */
interface OffsetsOfDay {
  readonly before: number;
  readonly at: number;
  readonly after: number;
}

/** Caches the offsets by day, so that `slowOffset` is called about once per day. */
function zoneOf(name: string, slowOffset: (time: number) => number): TimeZone {
  const days = new Map<number, OffsetsOfDay>();
  let lastDay = Number.NaN;
  let lastOffsets: OffsetsOfDay = { before: 0, at: 0, after: 0 };
  const offsetsOf = (day: number): OffsetsOfDay => {
    if (day === lastDay) return lastOffsets;
    let offsets = days.get(day);
    if (!offsets) {
      const before = days.get(day - 1)?.after ?? slowOffset(day * DAY);
      const after = slowOffset((day + 1) * DAY);
      const at = before === after ? day * DAY : firstTime(day * DAY, (day + 1) * DAY, (t) => slowOffset(t) === after);
      offsets = { before, at, after };
      days.set(day, offsets);
    }
    lastDay = day;
    lastOffsets = offsets;
    return offsets;
  };
  const offset = (time: number) => {
    const { before, at, after } = offsetsOf(clampDay(Math.floor(time / DAY)));
    return time < at ? before : after;
  };
  const changes = (first: number, last: number) => {
    const list: OffsetChange[] = [{ from: first, offset: offset(first) }];
    const end = clampDay(Math.floor(last / DAY));
    for (let day = clampDay(Math.floor(first / DAY)); day <= end; day++) {
      const { before, at, after } = offsetsOf(day);
      if (before !== after && at > first && at <= last) list.push({ from: at, offset: after });
    }
    return list;
  };
  return { name, offset, changes };
}

const clampDay = (day: number) => Math.min(LAST_DAY, Math.max(FIRST_DAY, day));

/** Binary search for the first whole second in (`low`, `high`] at which the condition is true. */
function firstTime(low: number, high: number, isTrue: (time: number) => boolean): number {
  let [from, to] = [low / SECOND, high / SECOND];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (isTrue(middle * SECOND)) to = middle;
    else from = middle;
  }
  return to * SECOND;
}

/** Returns the offset by formatting the local time, which takes microseconds. */
function offsetFromIntl(name: string): (time: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: name, hourCycle: 'h23', calendar: 'gregory', numberingSystem: 'latn' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  return (time) => {
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = (
      format.format(time).match(/\d+/g) ?? []
    ).map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second) - time;
  };
}
