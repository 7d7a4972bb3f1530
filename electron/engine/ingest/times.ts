/** A way to write a time, with the SQL that reads it. */
interface TimeFormat {
  readonly name: string;
  readonly looks: RegExp;
  /** Whether it has a clock; false for dates alone. */
  readonly clock: (value: string) => boolean;
  /** Milliseconds since the epoch as BIGINT, or NULL where `x` is no such time. Naive times are read in the session's zone. */
  readonly sql: (x: string) => string;
}

const always = () => true;
const never = () => false;
const afterDate = (value: string) => /\d[T\s日]+\d{1,2}[:时点]/u.test(value);
const instant = (x: string) => `epoch_ms(try_cast(${x} AS TIMESTAMPTZ))`;
/** Without a zone, in UTC: the cast to a plain timestamp is faster, but it would ignore an offset, so length rules one out. */
const utcInstant = (x: string) =>
  `CASE WHEN length(${x}) <= 19 AND ${x} NOT LIKE '%+%' AND ${x} NOT LIKE '%:%-%' AND current_setting('TimeZone') = 'UTC' THEN epoch_ms(try_cast(${x} AS TIMESTAMP)) ELSE ${instant(x)} END`;
const strptime = (x: string, formats: readonly string[]) =>
  `epoch_ms(try_strptime(${x}, [${formats.map((format) => `'${format}'`)}])::TIMESTAMPTZ)`;
const clocks = (date: string) => ['', ' %H:%M:%S', ' %H:%M', ' %I:%M:%S %p', ' %I:%M %p'].map((clock) => date + clock);

/** Missing seconds are filled in before an offset, and offsets such as ` +0800` are brought to `+08:00`. */
const isoOffset = (x: string) => {
  const seconds = `regexp_replace(${x}, '([T ]\\d{1,2}:\\d\\d) ?(Z|UTC|[+-]\\d\\d(?::?\\d\\d)?)$', '\\1:00\\2')`;
  return instant(
    `regexp_replace(${seconds}, '(:\\d\\d(?:\\.\\d+)?) ?(?:UTC|GMT)?([+-]\\d\\d):?(\\d\\d)$', '\\1\\2:\\3')`,
  );
};

const chinese = (x: string) =>
  ['时', '点'].reduce(
    (text, hour) => `replace(${text}, '${hour}', ':')`,
    `regexp_replace(regexp_replace(regexp_replace(regexp_replace(${x}, '[年月]', '-', 'g'), '日\\s*', ' '), '分(\\d)', ':\\1'), '[分秒]$', '')`,
  );

/** Seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by their size. */
const epoch = (x: string) => {
  const n = `try_cast(${x} AS DOUBLE)`;
  const ms = `CASE WHEN abs(${n}) < 1e11 THEN ${n} * 1000 WHEN abs(${n}) < 1e14 THEN ${n} WHEN abs(${n}) < 1e17 THEN ${n} / 1e3 ELSE ${n} / 1e6 END`;
  return `try_cast(floor(${ms}) AS BIGINT)`;
};

const year = '(?:19|20)\\d\\d';
const compactDay = `${year}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])`;

/** In the order in which they are tried: what is more particular first. */
const formats: readonly TimeFormat[] = [
  {
    name: 'compact',
    looks: new RegExp(`^${compactDay}(?:[T ]?[0-2]\\d[0-5]\\d(?:[0-5]\\d)?)?$`),
    clock: (value) => value.length > 8,
    sql: (x) => strptime(`regexp_replace(${x}, '[T ]', '')`, ['%Y%m%d', '%Y%m%d%H%M', '%Y%m%d%H%M%S']),
  },
  {
    name: 'epoch',
    looks: /^-?\d{8,19}(?:\.\d+)?$|^\d(?:\.\d+)?[eE]\+?\d+$/,
    clock: always,
    sql: epoch,
  },
  {
    name: 'iso',
    looks: /^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[T\s]+\d{1,2}:\d{2}|$)/,
    clock: afterDate,
    sql: (x) => `coalesce(${utcInstant(x)}, ${isoOffset(x)})`,
  },
  {
    name: 'year-dots',
    looks: /^\d{4}\.\d{1,2}\.\d{1,2}(?:\s+\d{1,2}:\d{2}|$)/,
    clock: afterDate,
    sql: (x) => instant(`regexp_replace(${x}, '^(\\d{4})\\.(\\d+)\\.', '\\1-\\2-')`),
  },
  {
    name: 'chinese',
    looks: /^\d{4}\s*年\d{1,2}月\d{1,2}日/u,
    clock: afterDate,
    sql: (x) => instant(`trim(${chinese(x)})`),
  },
  {
    name: 'month-first',
    looks: /^(?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|[12]\d|3[01])[/-](?:\d{4}|\d{2})(?:\s|$)/,
    clock: afterDate,
    sql: (x) => strptime(`replace(${x}, '-', '/')`, [...clocks('%m/%d/%y'), ...clocks('%m/%d/%Y')]),
  },
  {
    name: 'day-first',
    looks: /^(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:\d{4}|\d{2})(?:\s|$)/,
    clock: afterDate,
    sql: (x) => strptime(`regexp_replace(${x}, '[.-]', '/', 'g')`, [...clocks('%d/%m/%y'), ...clocks('%d/%m/%Y')]),
  },
  { name: 'none', looks: /^$/, clock: never, sql: instant },
];

/** How a column writes its times: the formats it mixes, the most frequent first, and whether any has a clock. */
export interface TimeShape {
  readonly formats: readonly string[];
  readonly clock: boolean;
  /** Share of the values that look like times, in [0, 1]. */
  readonly share: number;
}

/** Looks at values that are not empty; day and month are told apart by all of them together. */
export function recogniseTimes(values: readonly string[]): TimeShape {
  const monthFirst = values.filter((value) => named('month-first').looks.test(value)).length;
  const dayFirst = values.filter((value) => named('day-first').looks.test(value)).length;
  const refused = dayFirst > monthFirst ? 'month-first' : 'day-first';
  const counts = new Map<string, number>();
  let clock = false;
  for (const value of values) {
    const format = formats.find(({ name, looks }) => name !== refused && looks.test(value));
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
  return formats.find((format) => format.name === name) ?? formats.at(-1)!;
}
