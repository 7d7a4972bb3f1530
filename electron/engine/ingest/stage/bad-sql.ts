import type { Field } from '../../../../shared/domain/mapping.ts';
import type { RejectionCode } from '../../../../shared/domain/rejection.ts';

import { PLACEHOLDERS } from '../detect/placeholders.ts';
import { isPlaceholderSql } from './placeholder-sql.ts';

/** Years 1 to 9999, the range of dates. */
const TIME_RANGE = '-62135596800000 AND 253402300799999';

/**
 * Returns an SQL expression for a reason, given its code, the field, and SQL for the text of the cell (null if it has
 * none).
 */
type ReasonSql = (code: RejectionCode, field: Field, text: string | null) => string;

/** Represents a reason as a struct of its code, the field and the beginning of the cell. */
export const reasonSql: ReasonSql = (code, field, text) =>
  `{'code': '${code}', 'field': '${field}', 'value': ${text === null ? 'NULL::VARCHAR' : `left(${text}, 60)`}}`;

/** Represents every reason as true. */
export const anyReasonSql: ReasonSql = () => 'true';

/**
 * Returns SQL for the reason why a row is invalid; NULL for valid rows. It refers to columns named after the fields,
 * number texts as `price_text`, the time text as `t` and the parsed time as `read_time`.
 */
export function badSql(
  numbers: readonly Field[],
  texts: readonly Field[],
  hasTime: boolean,
  reason: ReasonSql,
): string {
  const missing = (field: Field) => reason('missing', field, null);
  const cases = texts
    .filter((field) => field === 'user' || field === 'action')
    .map((field) => `WHEN "${field}" IS NULL THEN ${missing(field)}`);
  if (!texts.includes('user') && texts.includes('item')) cases.push(`WHEN "item" IS NULL THEN ${missing('item')}`);
  if (hasTime) {
    cases.push(
      `WHEN t IS NULL OR (read_time IS NULL AND ${isPlaceholderSql('t', PLACEHOLDERS)}) THEN ${missing('time')}`,
    );
    cases.push(`WHEN coalesce(read_time NOT BETWEEN ${TIME_RANGE}, true) THEN ${reason('not-a-time', 'time', 't')}`);
  }
  for (const field of numbers) {
    const text = `"${field}_text"`;
    const isWrong = `${text} IS NOT NULL AND "${field}" IS NULL AND NOT ${isPlaceholderSql(text, PLACEHOLDERS)}`;
    cases.push(`WHEN ${isWrong} THEN ${reason('not-a-number', field, text)}`);
  }
  return cases.length === 0 ? 'NULL' : `CASE ${cases.join(' ')} END`;
}
