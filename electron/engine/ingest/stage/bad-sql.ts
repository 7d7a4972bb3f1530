import type { Field } from '../../../../shared/domain/mapping.ts';

/** Years 1 to 9999: what dates can say. */
const TIME_RANGE = '-62135596800000 AND 253402300799999';

/** What numbers may be instead of one. */
const NO_NUMBER = ['nan', 'n/a', 'none', '-'];

/**
 * Why a row cannot be taken, in words; NULL where it can. It is read off columns named by the fields, the texts of numbers
 * as `price_text`, the time's as `t` and what was understood of it as `read_time`.
 */
export function badSql(numbers: readonly Field[], texts: readonly Field[], timed: boolean): string {
  const cases = texts
    .filter((field) => field === 'user' || field === 'action')
    .map((field) => `WHEN "${field}" IS NULL THEN '${field} is missing'`);
  if (!texts.includes('user') && texts.includes('item')) cases.push(`WHEN "item" IS NULL THEN 'item is missing'`);
  if (timed) {
    cases.push("WHEN t IS NULL THEN 'time is missing'");
    cases.push(`WHEN coalesce(read_time NOT BETWEEN ${TIME_RANGE}, true) THEN ${shown('time', 't', 'a time')}`);
  }
  for (const field of numbers) {
    const text = `"${field}_text"`;
    const isWrong = `${text} IS NOT NULL AND "${field}" IS NULL AND lower(${text}) NOT IN (${NO_NUMBER.map((word) => `'${word}'`)})`;
    cases.push(`WHEN ${isWrong} THEN ${shown(field, text, 'a number')}`);
  }
  return cases.length === 0 ? 'NULL::VARCHAR' : `CASE ${cases.join(' ')} END`;
}

const shown = (field: string, text: string, what: string) => `'${field} “' || left(${text}, 60) || '” is not ${what}'`;
