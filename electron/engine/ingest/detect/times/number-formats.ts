import { instantSql, strptimeSql } from './strptime-sql.ts';
import { always, type TimeFormat } from './time-format.ts';

/**
 * Seconds, milliseconds, microseconds or nanoseconds since 1970, distinguished by magnitude; also microseconds since
 * 1601, as browsers store them, and units of 100 ns since the year 1, as .NET does, in the range of 1970 to 2100.
 */
const epoch = (x: string) => {
  const n = `try_cast(${x} AS DOUBLE)`;
  const ms = `CASE WHEN abs(${n}) < 1e11 THEN ${n} * 1000 WHEN abs(${n}) < 1e14 THEN ${n}
    WHEN ${n} BETWEEN 1.16e16 AND 1.58e16 THEN ${n} / 1e3 - 11644473600000 WHEN abs(${n}) < 1e17 THEN ${n} / 1e3
    WHEN ${n} BETWEEN 6.21e17 AND 6.63e17 THEN ${n} / 1e4 - 62135596800000 ELSE ${n} / 1e6 END`;
  return `try_cast(floor(${ms}) AS BIGINT)`;
};

const year = '(?:19|20)\\d\\d';
const compactDay = `${year}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])`;

/** Days since the end of 1899, the serial dates of spreadsheets (including the leap day that 1900 did not have). */
const serial = (x: string) =>
  `epoch_ms((TIMESTAMP '1899-12-30' + to_milliseconds(round(try_cast(${x} AS DOUBLE) * 86400000)::BIGINT))::TIMESTAMPTZ)`;

/** Converts `20240501T100000.123Z` and `20240501100000123` to ISO 8601. */
const compactIso = (x: string) => {
  const separated = `regexp_replace(${x}, '^(\\d{4})(\\d\\d)(\\d\\d)[T ]?(\\d\\d)(\\d\\d)(\\d\\d)(?:[.,]?(\\d{1,6}))?', '\\1-\\2-\\3 \\4:\\5:\\6.0\\7')`;
  const fraction = `regexp_replace(${separated}, '\\.0(\\d+)', '.\\1')`;
  return instantSql(`regexp_replace(${fraction}, '([+-]\\d\\d)(\\d\\d)$', '\\1:\\2')`);
};

/** Times written as numbers or without separators, in matching order. */
export const numberFormats: readonly TimeFormat[] = [
  {
    name: 'compact-hours',
    pattern: new RegExp(`^${compactDay}[T ]?(?:[01]\\d|2[0-3])$`),
    clock: always,
    sql: (x) => strptimeSql(`regexp_replace(${x}, '[T ]', '')`, ['%Y%m%d%H']),
    exclusive: true,
  },
  {
    name: 'compact',
    pattern: new RegExp(`^${compactDay}(?:[T ]?[0-2]\\d[0-5]\\d(?:[0-5]\\d)?)?$`),
    clock: (value) => value.length > 8,
    sql: (x) => strptimeSql(`regexp_replace(${x}, '[T ]', '')`, ['%Y%m%d', '%Y%m%d%H%M', '%Y%m%d%H%M%S']),
  },
  {
    name: 'compact-iso',
    pattern: new RegExp(
      `^${compactDay}(?:[T ]\\d{6}(?:[.,]\\d+)?|\\d{6}(?:[.,]\\d+|\\d{3}))(?:Z|[+-]\\d\\d:?\\d\\d)?$`,
    ),
    clock: always,
    sql: compactIso,
  },
  {
    name: 'epoch',
    pattern: /^-?\d{8,19}(?:\.\d+)?$|^\d(?:\.\d+)?[eE]\+?\d+$/,
    clock: always,
    sql: epoch,
  },
  {
    name: 'json-date',
    pattern: /^\/Date\((-?\d{8,14})(?:[+-]\d{4})?\)\/$/,
    clock: always,
    sql: (x) => `try_cast(regexp_extract(${x}, '\\((-?\\d+)', 1) AS BIGINT)`,
  },
];

export const serialFormat: TimeFormat = {
  name: 'serial',
  pattern: /^[2-5]\d{4}(?:\.\d+)?$/,
  clock: (value) => /\.\d*[1-9]/.test(value),
  sql: serial,
  exclusive: true,
};
