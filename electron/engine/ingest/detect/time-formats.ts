/** A time format, with the SQL that parses it. */
export interface TimeFormat {
  readonly name: string;
  readonly pattern: RegExp;
  /** Whether a value has a time of day; false for dates. */
  readonly clock: (value: string) => boolean;
  /**
   * Returns SQL for milliseconds since the epoch as BIGINT, or NULL if `x` does not have this format. Times without a
   * zone are read in the session's zone.
   */
  readonly sql: (x: string) => string;
}

const always = () => true;
const never = () => false;
const afterDate = (value: string) => /\d[T\s日]+\d{1,2}[:时点]/u.test(value);
const instant = (x: string) => `epoch_ms(try_cast(${x} AS TIMESTAMPTZ))`;
/**
 * In UTC, times without a zone are cast to TIMESTAMP, which is faster but would ignore an offset; the conditions on
 * length and signs rule one out.
 */
const utcInstant = (x: string) =>
  `CASE WHEN length(${x}) <= 19 AND ${x} NOT LIKE '%+%' AND ${x} NOT LIKE '%:%-%' AND current_setting('TimeZone') = 'UTC' THEN epoch_ms(try_cast(${x} AS TIMESTAMP)) ELSE ${instant(x)} END`;
const strptime = (x: string, formats: readonly string[]) =>
  `epoch_ms(try_strptime(${x}, [${formats.map((format) => `'${format}'`)}])::TIMESTAMPTZ)`;
const clocks = (date: string) => ['', ' %H:%M:%S', ' %H:%M', ' %I:%M:%S %p', ' %I:%M %p'].map((clock) => date + clock);

/** Adds missing seconds before an offset, and normalises offsets such as ` +0800` to `+08:00`. */
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

/** Seconds, milliseconds, microseconds or nanoseconds since 1970, distinguished by magnitude. */
const epoch = (x: string) => {
  const n = `try_cast(${x} AS DOUBLE)`;
  const ms = `CASE WHEN abs(${n}) < 1e11 THEN ${n} * 1000 WHEN abs(${n}) < 1e14 THEN ${n} WHEN abs(${n}) < 1e17 THEN ${n} / 1e3 ELSE ${n} / 1e6 END`;
  return `try_cast(floor(${ms}) AS BIGINT)`;
};

const year = '(?:19|20)\\d\\d';
const compactDay = `${year}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])`;

/** In Chinese, morning and afternoon precede the hour; they are converted to AM and PM behind it. */
const halfDay = (x: string) => {
  const dashed = `regexp_replace(${chinese(x)}, '[/.]', '-', 'g')`;
  const moved = `regexp_replace(regexp_replace(${dashed}, '\\s*(?:上午|凌晨|早上)\\s*(.*)$', ' \\1 AM'), '\\s*(?:下午|中午|晚上)\\s*(.*)$', ' \\1 PM')`;
  const plain = instant(`regexp_replace(${dashed}, '\\s*(?:上午|凌晨|早上|下午|中午|晚上)\\s*', ' ')`);
  return `coalesce(${strptime(moved, ['%Y-%m-%d %I:%M:%S %p', '%Y-%m-%d %I:%M %p'])}, ${plain})`;
};

/** `Wed, 01 May 2024 10:00:00 +0200`, as in RFC 2822, and shorter forms. */
const dayMonthName = (x: string) => {
  const bare = `regexp_replace(${x}, '^[A-Za-z]{3},\\s*', '')`;
  const spaced = `regexp_replace(${bare}, '^(\\d+)-([A-Za-z]+)-', '\\1 \\2 ')`;
  const offset = `regexp_replace(${spaced}, '\\s*(?:GMT|UTC|UT|Z)$', ' +0000')`;
  const zoned = ['%d %b %Y %H:%M:%S %z', '%d %b %Y %H:%M %z'].map((format) => `'${format}'`);
  const naive = strptime(spaced, [...clocks('%d %b %Y'), ...clocks('%d %B %Y')]);
  return `coalesce(epoch_ms(try_strptime(${offset}, [${zoned}])::TIMESTAMPTZ), ${naive})`;
};

/** Days since the end of 1899, the serial dates of spreadsheets (including the leap day that 1900 did not have). */
const serial = (x: string) =>
  `epoch_ms((TIMESTAMP '1899-12-30' + to_milliseconds(round(try_cast(${x} AS DOUBLE) * 86400000)::BIGINT))::TIMESTAMPTZ)`;

/** In matching order: more specific formats first. */
export const timeFormats: readonly TimeFormat[] = [
  {
    name: 'compact',
    pattern: new RegExp(`^${compactDay}(?:[T ]?[0-2]\\d[0-5]\\d(?:[0-5]\\d)?)?$`),
    clock: (value) => value.length > 8,
    sql: (x) => strptime(`regexp_replace(${x}, '[T ]', '')`, ['%Y%m%d', '%Y%m%d%H%M', '%Y%m%d%H%M%S']),
  },
  {
    name: 'epoch',
    pattern: /^-?\d{8,19}(?:\.\d+)?$|^\d(?:\.\d+)?[eE]\+?\d+$/,
    clock: always,
    sql: epoch,
  },
  {
    name: 'iso',
    pattern: /^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[T\s]+\d{1,2}:\d{2}|$)/,
    clock: afterDate,
    sql: (x) => `coalesce(${utcInstant(x)}, ${isoOffset(x)})`,
  },
  {
    name: 'year-dots',
    pattern: /^\d{4}\.\d{1,2}\.\d{1,2}(?:\s+\d{1,2}:\d{2}|$)/,
    clock: afterDate,
    sql: (x) => instant(`regexp_replace(${x}, '^(\\d{4})\\.(\\d+)\\.', '\\1-\\2-')`),
  },
  {
    name: 'half-day',
    pattern: /^\d{4}\s*[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*(?:上午|凌晨|早上|下午|中午|晚上)\s*\d{1,2}[:时点]/u,
    clock: always,
    sql: halfDay,
  },
  {
    name: 'chinese',
    pattern: /^\d{4}\s*年\d{1,2}月\d{1,2}日/u,
    clock: afterDate,
    sql: (x) => instant(`trim(${chinese(x)})`),
  },
  {
    name: 'month-first',
    pattern: /^(?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|[12]\d|3[01])[/-](?:\d{4}|\d{2})(?:\s|$)/,
    clock: afterDate,
    sql: (x) => strptime(`replace(${x}, '-', '/')`, [...clocks('%m/%d/%y'), ...clocks('%m/%d/%Y')]),
  },
  {
    name: 'day-first',
    pattern: /^(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:\d{4}|\d{2})(?:\s|$)/,
    clock: afterDate,
    sql: (x) => strptime(`regexp_replace(${x}, '[.-]', '/', 'g')`, [...clocks('%d/%m/%y'), ...clocks('%d/%m/%Y')]),
  },
  {
    name: 'day-month-name',
    pattern: /^(?:[A-Za-z]{3},\s*)?\d{1,2}[\s-][A-Za-z]{3,9}[\s-]\d{4}(?:\s+\d{1,2}:\d|$)/,
    clock: (value) => /\d:\d/.test(value),
    sql: dayMonthName,
  },
  {
    name: 'month-name',
    pattern: /^[A-Za-z]{3,9}\s+\d{1,2},?\s+\d{4}(?:,?\s+\d{1,2}:\d|$)/,
    clock: (value) => /\d:\d/.test(value),
    sql: (x) => strptime(`replace(${x}, ',', '')`, [...clocks('%b %d %Y'), ...clocks('%B %d %Y')]),
  },
  { name: 'serial', pattern: /^[2-5]\d{4}(?:\.\d+)?$/, clock: (value) => /\.\d*[1-9]/.test(value), sql: serial },
  { name: 'none', pattern: /^$/, clock: never, sql: instant },
];
