import type { Field } from '../../../../shared/domain/mapping.ts';
import type { RejectionCode } from '../../../../shared/domain/rejection.ts';

import { PLACEHOLDERS } from '../detect/placeholders.ts';
import { isPlaceholderSql } from './placeholder-sql.ts';

/** Years 1 to 9999, the range of dates. */
const TIME_RANGE = '-62135596800000 AND 253402300799999';

/** SQL of no reason: a NULL of the type of `badSql`. */
export const NOT_BAD = 'NULL::STRUCT(code VARCHAR, field VARCHAR, value VARCHAR)';

/**
 * Returns SQL for the reason why a row is invalid, as a struct of its code, the field and the start of the cell; NULL
 * for valid rows. It refers to columns named after the fields, number texts as `price_text`, the time text as `t` and
 * the parsed time as `read_time`.
 */
export function badSql(numbers: readonly Field[], texts: readonly Field[], hasTime: boolean): string {
  const cases = texts
    .filter((field) => field === 'user' || field === 'action')
    .map((field) => `WHEN "${field}" IS NULL THEN ${missingSql(field)}`);
  if (!texts.includes('user') && texts.includes('item')) cases.push(`WHEN "item" IS NULL THEN ${missingSql('item')}`);
  if (hasTime) {
    cases.push(
      `WHEN t IS NULL OR (read_time IS NULL AND ${isPlaceholderSql('t', PLACEHOLDERS)}) THEN ${missingSql('time')}`,
    );
    cases.push(`WHEN coalesce(read_time NOT BETWEEN ${TIME_RANGE}, true) THEN ${reasonSql('not-a-time', 'time', 't')}`);
  }
  for (const field of numbers) {
    const text = `"${field}_text"`;
    const isWrong = `${text} IS NOT NULL AND "${field}" IS NULL AND NOT ${isPlaceholderSql(text, PLACEHOLDERS)}`;
    cases.push(`WHEN ${isWrong} THEN ${reasonSql('not-a-number', field, text)}`);
  }
  return cases.length === 0 ? NOT_BAD : `CASE ${cases.join(' ')} END`;
}

const missingSql = (field: Field) => `{'code': 'missing', 'field': '${field}', 'value': NULL::VARCHAR}`;
const reasonSql = (code: RejectionCode, field: Field, text: string) =>
  `{'code': '${code}', 'field': '${field}', 'value': left(${text}, 60)}`;
