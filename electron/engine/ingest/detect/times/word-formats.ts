import { dateAndClockSql, tidySql } from './strptime-sql.ts';
import { hasClock, type TimeFormat } from './time-format.ts';

/** Names of months in English, German, French and Spanish, by their English abbreviation. */
const MONTHS = {
  Jan: 'january|januar|jänner|janvier|janv|enero|jan|ene',
  Feb: 'february|februar|février|fevrier|févr|febrero|feb|fév',
  Mar: 'march|märz|maerz|marzo|mars|mrz|mär|mar',
  Apr: 'april|avril|abril|apr|avr|abr',
  May: 'may|mayo|mai',
  Jun: 'june|juni|juin|junio|jun',
  Jul: 'july|juli|juillet|julio|juil|jul',
  Aug: 'august|agosto|août|aout|aug|ago',
  Sep: 'september|septembre|septiembre|sept|sep',
  Oct: 'october|oktober|octobre|octubre|oct|okt',
  Nov: 'november|novembre|noviembre|nov',
  Dec: 'december|dezember|décembre|decembre|diciembre|dec|dez|déc|dic',
};
const MONTH = `(?:${Object.values(MONTHS).join('|')})`;
const WEEKDAY = '(?:\\p{L}{2,10}\\.?,?\\s+)?';
const YEAR = '(?:\\d{4}|\\d{2})';
const END = '(?:[,:\\sT]|$)';

const abbreviated = (x: string) =>
  Object.entries(MONTHS).reduce(
    (text, [english, names]) =>
      `regexp_replace(${text}, '(?i)(^|[^\\p{L}])(?:${names})([^\\p{L}]|$)', '\\1${english}\\2')`,
    x,
  );

/** Parses a text as it is; if that fails, with its month names translated to English. */
const inAnyLanguage = (read: (x: string) => string) => (x: string) => `coalesce(${read(x)}, ${read(abbreviated(x))})`;

const hasClockBehind = (value: string) => hasClock(value.replace(/\d{4}$/, '').replace(/^\D*\d{1,2}\./, ''));

/** `01 May 2024 10:00`, also `01-MAY-24 10.00.00.000 AM`, `01May2024:10:00:00` and `01/May/2024:10:00:00 +0200`. */
const dayMonthName = inAnyLanguage((x) => {
  const bare = `regexp_replace(${x}, '^\\[?(?:\\p{L}+\\.?,?\\s+)?', '')`;
  const date = `regexp_replace(${bare}, '^(\\d{1,2})(?:st|nd|rd|th|\\.)?[\\s/-]*(?:of |de )?(\\p{L}+)\\.?[\\s,/-]*(?:de )?(\\d{2,4})[:\\]]?', '\\1 \\2 \\3 ')`;
  return dateAndClockSql(tidySql(`rtrim(${date}, ']')`), ['%d %b %y', '%d %b %Y', '%d %B %y', '%d %B %Y']);
});

/** `May 1, 2024 10:00:00 AM PDT`, also `May-01-24` and `Wed May 01 2024 10:00:00 GMT+0200 (Central European Time)`. */
const monthName = inAnyLanguage((x) => {
  const date = `regexp_replace(${x}, '^(?:\\p{L}+\\.?,?\\s+)?(\\p{L}+)\\.?[\\s-]+(\\d{1,2})(?:st|nd|rd|th)?,?[\\s-]+(\\d{4}|\\d{2})\\b', '\\1 \\2 \\3 ')`;
  return dateAndClockSql(tidySql(date), ['%b %d %y', '%b %d %Y', '%B %d %y', '%B %d %Y']);
});

/** `Wed May 1 10:00:00 2024`, as C prints it, optionally with the zone before the year. */
const yearLast = inAnyLanguage((x) => {
  const moved = `regexp_replace(${x}, '^\\p{L}+\\s+(\\p{L}+)\\s+(\\d{1,2})\\s+(\\S+)\\s+(?:(\\S+)\\s+)?(\\d{4})$', '\\1 \\2 \\5 \\3 \\4')`;
  return dateAndClockSql(tidySql(moved), ['%b %d %Y']);
});

/** Dates with the month as a word, in matching order. */
export const wordFormats: readonly TimeFormat[] = [
  {
    name: 'year-last',
    pattern: new RegExp(
      `^\\p{L}{3}\\s+${MONTH}\\s+\\d{1,2}\\s+\\d{1,2}:\\d{2}(?::\\d{2})?\\s+(?:\\S+\\s+)?\\d{4}$`,
      'iu',
    ),
    clock: hasClock,
    sql: yearLast,
  },
  {
    name: 'day-month-name',
    pattern: new RegExp(
      `^\\[?${WEEKDAY}\\d{1,2}(?:st|nd|rd|th|\\.)?[\\s/-]*(?:of |de )?${MONTH}\\.?[\\s,/-]*(?:de )?${YEAR}${END}`,
      'iu',
    ),
    clock: hasClockBehind,
    sql: dayMonthName,
  },
  {
    name: 'month-name',
    pattern: new RegExp(`^${WEEKDAY}${MONTH}\\.?[\\s-]+\\d{1,2}(?:st|nd|rd|th)?,?[\\s-]+${YEAR}${END}`, 'iu'),
    clock: hasClockBehind,
    sql: monthName,
  },
];
