import { type TimeFormat, timeFormats } from './time-formats.ts';

/** How a column writes its times: the formats it mixes, the most frequent first, and whether any has a clock. */
export interface TimeShape {
  readonly formats: readonly string[];
  readonly clock: boolean;
  /** Share of the values that look like times, in [0, 1]. */
  readonly share: number;
}

/**
 * Looks at values that are not empty; day and month are told apart by all of them together. Bare numbers such as 45352
 * count as days of a spreadsheet only where the column is known to hold times (`areTimes`) and all its values are such.
 */
export function recogniseTimes(values: readonly string[], areTimes = false): TimeShape {
  const isSerial = areTimes && values.length > 0 && values.every((value) => named('serial').looks.test(value));
  const monthFirst = values.filter((value) => named('month-first').looks.test(value)).length;
  const dayFirst = values.filter((value) => named('day-first').looks.test(value)).length;
  const refused = dayFirst > monthFirst ? 'month-first' : 'day-first';
  const counts = new Map<string, number>();
  let clock = false;
  for (const value of values) {
    const format = timeFormats.find(
      ({ name, looks }) => name !== refused && (name !== 'serial' || isSerial) && looks.test(value),
    );
    if (!format) continue;
    counts.set(format.name, (counts.get(format.name) ?? 0) + 1);
    clock ||= format.clock(value);
  }
  const found = [...counts].sort((a, b) => b[1] - a[1]);
  const total = found.reduce((sum, [, count]) => sum + count, 0);
  return {
    formats: found.map(([name]) => name),
    clock: clock || found.length === 0,
    share: total / Math.max(values.length, 1),
  };
}

/** The formats with the day where the month was taken to be, or the other way round; null where that is no question. */
export function dayMonthTurned(names: readonly string[]): string[] | null {
  const turned = names.map((name) => {
    if (name === 'month-first') return 'day-first';
    return name === 'day-first' ? 'month-first' : name;
  });
  return turned.some((name, i) => name !== names[i]) ? turned : null;
}

/** SQL that reads a time of any of these formats as milliseconds since the epoch, NULL where it is none. */
export function timeSql(x: string, names: readonly string[]): string {
  const tried = names.length > 0 ? names : ['iso'];
  return `coalesce(${[...tried.map((name) => named(name).sql(x)), 'NULL']})`;
}

function named(name: string): TimeFormat {
  return timeFormats.find((format) => format.name === name) ?? timeFormats.at(-1)!;
}
