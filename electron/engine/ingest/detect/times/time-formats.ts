import { dayFormats } from './day-formats.ts';
import { isoFormats } from './iso-formats.ts';
import { numberFormats, serialFormat } from './number-formats.ts';
import { instantSql } from './strptime-sql.ts';
import type { TimeFormat } from './time-format.ts';
import { wordFormats } from './word-formats.ts';

/** In matching order: more specific formats first. */
export const timeFormats: readonly TimeFormat[] = [
  ...numberFormats,
  ...isoFormats,
  ...dayFormats,
  ...wordFormats,
  serialFormat,
  { name: 'none', pattern: /^$/, clock: () => false, sql: instantSql },
];
