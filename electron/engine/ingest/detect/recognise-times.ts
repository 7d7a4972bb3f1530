import { type TimeFormat, timeFormats } from './time-formats.ts';

/** Time formats of a column, the most frequent first, and whether any value has a time of day. */
export interface TimeShape {
  readonly formats: readonly string[];
  readonly clock: boolean;
  /** Share of the values that look like times, in [0, 1]. */
  readonly share: number;
}

/**
 * Recognises the time formats of non-empty values; the order of day and month is decided over all of them. Numbers such
 * as 45352 count as spreadsheet dates only if the column is known to hold times (`areTimes`) and all its values are
 * such numbers.
 */
export function recogniseTimes(values: readonly string[], areTimes = false): TimeShape {
  const isSerial = areTimes && values.length > 0 && values.every((value) => formatNamed('serial').pattern.test(value));
  const monthFirst = values.filter((value) => formatNamed('month-first').pattern.test(value)).length;
  const dayFirst = values.filter((value) => formatNamed('day-first').pattern.test(value)).length;
  const excluded = dayFirst > monthFirst ? 'month-first' : 'day-first';
  const counts = new Map<string, number>();
  let clock = false;
  for (const value of values) {
    const format = timeFormats.find(
      ({ name, pattern }) => name !== excluded && (name !== 'serial' || isSerial) && pattern.test(value),
    );
    if (!format) continue;
    counts.set(format.name, (counts.get(format.name) ?? 0) + 1);
    clock ||= format.clock(value);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const total = ranked.reduce((sum, [, count]) => sum + count, 0);
  return {
    formats: ranked.map(([name]) => name),
    clock: clock || ranked.length === 0,
    share: total / Math.max(values.length, 1),
  };
}

/** Returns the formats with day and month swapped; null if none of them depends on their order. */
export function swapDayMonth(names: readonly string[]): string[] | null {
  const swapped = names.map((name) => {
    if (name === 'month-first') return 'day-first';
    return name === 'day-first' ? 'month-first' : name;
  });
  return swapped.some((name, i) => name !== names[i]) ? swapped : null;
}

/** Returns SQL that parses a time in any of these formats to milliseconds since the epoch, NULL if none fits. */
export function timeSql(x: string, names: readonly string[]): string {
  const candidates = names.length > 0 ? names : ['iso'];
  return `coalesce(${[...candidates.map((name) => formatNamed(name).sql(x)), 'NULL']})`;
}

function formatNamed(name: string): TimeFormat {
  return timeFormats.find((format) => format.name === name) ?? timeFormats.at(-1)!;
}
