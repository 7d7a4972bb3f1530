import type { DecimalSign } from '../../../../shared/contract/import-file.ts';
import {
  EITHER,
  GAPS,
  GROUPED_BY_COMMAS,
  GROUPED_BY_POINTS,
  NARROW,
  NO_CENTS,
  NUMBER,
  WHOLE,
  WIDE,
  WITH_COMMA,
  WITH_POINT,
} from '../detect/number-form.ts';
import { quoteSql } from './read-sql.ts';

const replaceAllSql = (text: string, pattern: string, replacement: string) =>
  `regexp_replace(${text}, ${quoteSql(pattern)}, ${quoteSql(replacement)}, 'g')`;
const isFormSql = (text: string, pattern: string) => `regexp_full_match(${text}, ${quoteSql(pattern)})`;
const withoutCommas = (text: string) => `replace(${text}, ',', '')`;
const withDecimalComma = (text: string) => `replace(replace(${text}, '.', ''), ',', '.')`;

/**
 * Returns SQL for a text without gaps between its digits, and for its digits and separators, NULL if it is not a
 * number. Matches without groups and then removes other characters: extracting a group takes ten times as long.
 */
function partsSql(text: string): { bare: string; digits: string } {
  const isWide = `regexp_matches(${text}, ${quoteSql(`[${WIDE}]`)})`;
  const narrow = `CASE WHEN ${isWide} THEN translate(${text}, ${quoteSql(WIDE)}, ${quoteSql(NARROW)}) ELSE ${text} END`;
  const bare = replaceAllSql(replaceAllSql(narrow, GAPS, ''), NO_CENTS, '\\1\\2');
  const digits = replaceAllSql(replaceAllSql(bare, '\\p{L}+[.]?', ''), '[^0-9.,]+', '');
  return { bare, digits: `CASE WHEN ${isFormSql(bare, `(?i)${NUMBER}`)} THEN ${digits} END` };
}

/**
 * Returns SQL for a finite number in any common notation of money, in a column with this decimal sign; NULL if the text
 * is not a number. An unambiguous number is parsed regardless of the sign. Equivalent to `readNumber`.
 */
export function numberSql(text: string, sign: DecimalSign = 'point'): string {
  const { bare, digits } = partsSql(text);
  const cast = (plain: string) => `try_cast(${plain} AS DOUBLE)`;
  const either = sign === 'point' ? withoutCommas('s.digits') : withDecimalComma('s.digits');
  const value = `CASE WHEN ${isFormSql('s.digits', EITHER)} THEN ${cast(either)}
    WHEN ${isFormSql('s.digits', `${WITH_POINT}|${GROUPED_BY_COMMAS}|${WHOLE}`)} THEN ${cast(withoutCommas('s.digits'))}
    WHEN ${isFormSql('s.digits', `${WITH_COMMA}|${GROUPED_BY_POINTS}`)} THEN ${cast(withDecimalComma('s.digits'))} END`;
  const factor = `CASE WHEN regexp_matches(s.bare, '[-(]') THEN -1 ELSE 1 END * CASE WHEN contains(s.bare, '%') THEN 0.01 ELSE 1 END`;
  // A list of one element binds the parts to a name; otherwise they would be computed at each use.
  const loose = `list_transform([{'bare': ${bare}, 'digits': ${digits}}], lambda s: (${value}) * (${factor}))[1]`;
  const finite = (number: string) => {
    const isRead = sign === 'point' ? `${number} IS NOT NULL` : `${number} IS NOT NULL AND NOT contains(${text}, '.')`;
    return `WHEN ${isRead} THEN ${finiteSql(number)}`;
  };
  const bareMoney = `trim(${text}, '$€£¥￥₹元 ')`;
  return `CASE ${finite(cast(text))} ${finite(cast(bareMoney))} ELSE ${loose} END`;
}

/** Returns SQL for a number, NULL if it is not finite. */
export const finiteSql = (number: string) => `CASE WHEN isfinite(${number}) THEN ${number} END`;

/** Returns SQL for what a text reveals about the decimal sign: `point`, `comma`, `either` or NULL, as `signOf` does. */
export function signSql(text: string): string {
  const { digits } = partsSql(text);
  return `CASE WHEN ${isFormSql(digits, EITHER)} THEN 'either'
    WHEN ${isFormSql(digits, `${WITH_POINT}|${GROUPED_BY_COMMAS}`)} THEN 'point'
    WHEN ${isFormSql(digits, `${WITH_COMMA}|${GROUPED_BY_POINTS}`)} THEN 'comma' END`;
}
