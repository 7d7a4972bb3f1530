import { dateAndClockSql, instantSql, strptimeSql, tidySql } from './strptime-sql.ts';
import { always, hasClock, type TimeFormat } from './time-format.ts';

const afterDate = (value: string) => /\d[T\s日]+\d{1,2}[:时点]/u.test(value);

/**
 * In UTC, times without a zone are cast to TIMESTAMP, which is faster but would ignore an offset; the conditions on
 * length and signs rule one out.
 */
const utcInstant = (x: string) =>
  `CASE WHEN length(${x}) <= 19 AND ${x} NOT LIKE '%+%' AND ${x} NOT LIKE '%:%-%' AND current_setting('TimeZone') = 'UTC' THEN epoch_ms(try_cast(${x} AS TIMESTAMP)) ELSE ${instantSql(x)} END`;

/** Adds missing seconds before an offset, and normalises offsets such as ` +0800` to `+08:00`. */
const isoOffset = (x: string) => {
  const seconds = `regexp_replace(${x}, '([T ]\\d{1,2}:\\d\\d) ?(Z|UTC|[+-]\\d\\d(?::?\\d\\d)?)?$', '\\1:00\\2')`;
  return instantSql(
    `regexp_replace(${seconds}, '(:\\d\\d(?:\\.\\d+)?) ?(?:UTC|GMT)?([+-]\\d\\d):?(\\d\\d)$', '\\1\\2:\\3')`,
  );
};

/**
 * A date with the year first and any time of day after it: `2014-12-06 02`, `2024-05-01-10.00.00`, `2024/5/1, 1:05 PM`.
 */
const looseIso = (x: string) => {
  const fraction = `regexp_replace(${x}, '(:\\d\\d),(\\d+)', '\\1.\\2')`;
  const split = `regexp_replace(${fraction}, '^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[-_:,T\\s]+|$)', '\\1-\\2-\\3 ')`;
  const dashes = `regexp_replace(${split}, '^(\\S+ \\d\\d)-(\\d\\d)-(\\d\\d)$', '\\1:\\2:\\3')`;
  return dateAndClockSql(tidySql(dashes), ['%Y-%m-%d']);
};

const chinese = (x: string) =>
  ['时', '点'].reduce(
    (text, hour) => `replace(${text}, '${hour}', ':')`,
    `regexp_replace(regexp_replace(regexp_replace(regexp_replace(${x}, '[年月]', '-', 'g'), '日\\s*', ' '), '分(\\d)', ':\\1'), '[分秒]$', '')`,
  );

/** In Chinese, words for morning and afternoon precede the hour; they are converted to AM and PM after it. */
const halfDay = (x: string) => {
  const dashed = `regexp_replace(${chinese(x)}, '[/.]', '-', 'g')`;
  const moved = `regexp_replace(regexp_replace(${dashed}, '\\s*(?:上午|凌晨|早上)\\s*(.*)$', ' \\1 AM'), '\\s*(?:下午|中午|晚上)\\s*(.*)$', ' \\1 PM')`;
  const plain = instantSql(`regexp_replace(${dashed}, '\\s*(?:上午|凌晨|早上|下午|中午|晚上)\\s*', ' ')`);
  return `coalesce(${strptimeSql(moved, ['%Y-%m-%d %I:%M:%S %p', '%Y-%m-%d %I:%M %p'])}, ${plain})`;
};

/** Times that start with a four-digit year, in matching order. */
export const isoFormats: readonly TimeFormat[] = [
  {
    name: 'iso',
    pattern: /^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[T\s]+\d{1,2}:\d{2}(?!.*(?:,|[ap]\.?m\b))|$)/i,
    clock: afterDate,
    sql: (x) => `coalesce(${utcInstant(x)}, ${isoOffset(x)})`,
  },
  {
    name: 'year-dots',
    pattern: /^\d{4}\.\d{1,2}\.\d{1,2}(?:\s+\d{1,2}:\d{2}|$)/,
    clock: afterDate,
    sql: (x) => instantSql(`regexp_replace(${x}, '^(\\d{4})\\.(\\d+)\\.', '\\1-\\2-')`),
  },
  {
    name: 'iso-loose',
    pattern: /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[-_:,T\s]+\d{1,2}(?!\d)/,
    clock: always,
    sql: looseIso,
  },
  {
    name: 'half-day',
    pattern: /^\d{4}\s*[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*(?:上午|凌晨|早上|下午|中午|晚上)\s*\d{1,2}[:时点]/u,
    clock: always,
    sql: halfDay,
  },
  {
    name: 'chinese-hour',
    pattern: /^\d{4}\s*年\d{1,2}月\d{1,2}日\s*\d{1,2}[时点]$/u,
    clock: always,
    sql: (x) => looseIso(`rtrim(${chinese(x)}, ':')`),
  },
  {
    name: 'chinese',
    pattern: /^\d{4}\s*年\d{1,2}月\d{1,2}日/u,
    clock: afterDate,
    sql: (x) => instantSql(`trim(${chinese(x)})`),
  },
  {
    name: 'clock-first',
    pattern: /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?m\.?)?,?\s+\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/i,
    clock: hasClock,
    sql: (x) => looseIso(`regexp_replace(${x}, '^(.*\\S)\\s+(\\S+)$', '\\2 \\1')`),
  },
];
