/** Returns SQL for the instant of an ISO 8601 text; NULL if it is not one. */
export const instantSql = (x: string) => `epoch_ms(try_cast(${x} AS TIMESTAMPTZ))`;

/** Returns SQL for the instant of a text in one of the given `strptime` formats; NULL if none fits. */
export const strptimeSql = (x: string, formats: readonly string[]) =>
  `epoch_ms(try_strptime(${x}, [${formats.map((format) => `'${format}'`)}])::TIMESTAMPTZ)`;

const PLAIN_CLOCKS = ['', ' %H:%M:%S', ' %H:%M', ' %I:%M:%S %p', ' %I:%M %p'];
const CLOCKS = [...PLAIN_CLOCKS, ' %H:%M:%S.%n', ' %I:%M:%S.%n %p', ' %H', ' %I %p'];

/** Returns date formats alone and with the most frequent times of day. */
export const withPlainClocks = (dates: readonly string[]) =>
  PLAIN_CLOCKS.flatMap((clock) => dates.map((date) => date + clock));

/** Offsets of zones with an unambiguous abbreviation. */
const ZONES = {
  Z: '+0000',
  UT: '+0000',
  UTC: '+0000',
  GMT: '+0000',
  WET: '+0000',
  BST: '+0100',
  WEST: '+0100',
  CET: '+0100',
  MEZ: '+0100',
  CEST: '+0200',
  MESZ: '+0200',
  EET: '+0200',
  EEST: '+0300',
  MSK: '+0300',
  HKT: '+0800',
  SGT: '+0800',
  JST: '+0900',
  KST: '+0900',
  AEST: '+1000',
  AEDT: '+1100',
  EDT: '-0400',
  EST: '-0500',
  CDT: '-0500',
  MDT: '-0600',
  MST: '-0700',
  PDT: '-0700',
  PST: '-0800',
};

/** Offsets of abbreviations that several zones share, by the zone chosen for the import (a pattern of its IANA name). */
const SHARED_ABBREVIATIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CST: {
    'Asia/(Shanghai|Chongqing|Chungking|Harbin|Taipei|Macau|Macao)|PRC|ROC': '+0800',
    'America/Havana|Cuba': '-0500',
    '(America|US|Canada|Mexico)/.+': '-0600',
  },
  IST: {
    'Asia/(Kolkata|Calcutta)': '+0530',
    'Asia/(Jerusalem|Tel_Aviv)|Israel': '+0200',
    'Europe/Dublin|Eire': '+0100',
  },
};

/** Returns SQL for the offset of an abbreviation under DuckDB's `TimeZone`; NULL if no zone is chosen that has it. */
function sharedOffsetSql(offsets: Readonly<Record<string, string>>): string {
  const cases = Object.entries(offsets).map(
    ([zones, offset]) => `WHEN regexp_full_match(current_setting('TimeZone'), '${zones}') THEN '${offset}'`,
  );
  return `CASE ${cases.join(' ')} END`;
}

/**
 * Returns SQL for the normal form of a time: single spaces instead of commas, `T` and other white space; `10:00:05`
 * instead of `10.00.05` or `10h00`; AM and PM without full stops; an offset instead of a zone name; no bracketed text.
 */
export function tidySql(x: string): string {
  const blanks = `regexp_replace(regexp_replace(${x}, '\\s*\\([^()]*\\)$', ''), '[,\\s\\x{A0}\\x{2009}\\x{202F}]+|(\\d)T(\\d)', '\\1 \\2', 'g')`;
  const words = `regexp_replace(${blanks}, '(?i) (?:at|um|à|kl\\.?) | ?Uhr$', ' ', 'g')`;
  const halves = `regexp_replace(${words}, '(?i) *\\b([ap])\\.? ?m\\b\\.?', ' \\1M')`;
  const clock = `regexp_replace(regexp_replace(${halves}, '([ :_-]\\d{1,2})[.h](\\d\\d)\\b', '\\1:\\2'), '(:\\d\\d)\\.(\\d\\d)\\b', '\\1:\\2')`;
  const trimmed = `trim(regexp_replace(${clock}, ' +', ' ', 'g'))`;
  const cases = [
    ...Object.entries(ZONES).map(([zone, offset]) => `WHEN '${zone}' THEN '${offset}'`),
    ...Object.entries(SHARED_ABBREVIATIONS).map(([zone, offsets]) => `WHEN '${zone}' THEN ${sharedOffsetSql(offsets)}`),
  ];
  const name = `regexp_extract(${trimmed}, '(?:\\d|[AP]M) ?([A-Z]{1,4})$', 1)`;
  const offset = `CASE ${name} ${cases.join(' ')} END`;
  return `CASE WHEN ${offset} IS NULL THEN regexp_replace(${trimmed}, ' ?(?:GMT|UTC)?([+-]\\d\\d):?(\\d\\d)$', ' \\1\\2') ELSE rtrim(left(${trimmed}, length(${trimmed}) - length(${name}))) || ' ' || ${offset} END`;
}

/**
 * Returns SQL for the instant of a text in the form of `tidySql`: a date in one of the given formats, with or without a
 * time of day.
 */
export function dateAndClockSql(tidy: string, dates: readonly string[]): string {
  const formats = CLOCKS.flatMap((clock) => dates.map((date) => date + clock));
  const zoned = formats.filter((format) => /%[HI]/.test(format)).map((format) => `${format} %z`);
  return `CASE WHEN regexp_matches(${tidy}, ' [+-]\\d{4}$') THEN ${strptimeSql(tidy, zoned)} ELSE ${strptimeSql(tidy, formats)} END`;
}
