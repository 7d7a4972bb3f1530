import type { Field } from '../../../../shared/domain/mapping.ts';

/** Years 1 to 9999, the range of dates. */
const TIME_RANGE = '-62135596800000 AND 253402300799999';

/** Texts in number columns that count as a missing value. */
const MISSING_NUMBERS = ['nan', 'n/a', 'none', '-'];

/**
 * Returns SQL for the reason why a row is invalid; NULL for valid rows. It refers to columns named after the fields,
 * number texts as `price_text`, the time text as `t` and the parsed time as `read_time`.
 */
export function badSql(numbers: readonly Field[], texts: readonly Field[], hasTime: boolean): string {
  const cases = texts
    .filter((field) => field === 'user' || field === 'action')
    .map((field) => `WHEN "${field}" IS NULL THEN '${field} is missing'`);
  if (!texts.includes('user') && texts.includes('item')) cases.push(`WHEN "item" IS NULL THEN 'item is missing'`);
  if (hasTime) {
    cases.push("WHEN t IS NULL THEN 'time is missing'");
    cases.push(`WHEN coalesce(read_time NOT BETWEEN ${TIME_RANGE}, true) THEN ${reasonSql('time', 't', 'a time')}`);
  }
  for (const field of numbers) {
    const text = `"${field}_text"`;
    const isWrong = `${text} IS NOT NULL AND "${field}" IS NULL AND lower(${text}) NOT IN (${MISSING_NUMBERS.map((word) => `'${word}'`)})`;
    cases.push(`WHEN ${isWrong} THEN ${reasonSql(field, text, 'a number')}`);
  }
  return cases.length === 0 ? 'NULL::VARCHAR' : `CASE ${cases.join(' ')} END`;
}

const reasonSql = (field: string, text: string, expected: string) =>
  `'${field} “' || left(${text}, 60) || '” is not ${expected}'`;
