import type { Field } from '../../../../shared/domain/mapping.ts';
import { placeholdersOf } from '../detect/placeholders.ts';
import { quoteSql } from './read-sql.ts';

/**
 * Returns SQL for whether a text is one of some placeholders. Compares with a single expression, because a long list is
 * slow to plan, and skips texts that start with a digit or are longer, which most ids are.
 */
export function isPlaceholderSql(text: string, words: readonly string[]): string {
  const [plain, digits] = [
    words.filter((word) => !STARTS_AS_NUMBER.test(word)),
    words.filter((word) => STARTS_AS_NUMBER.test(word)),
  ];
  const longest = Math.max(...plain.map((word) => word.length));
  const isWord = `((${text} < '0' OR ${text} >= ':') AND length(${text}) <= ${longest} AND regexp_full_match(${text}, ${quoteSql(plain.map(escaped).join('|'))}))`;
  return digits.length === 0 ? isWord : `(${isWord} OR ${text} IN (${digits.map(quoteSql)}))`;
}

const STARTS_AS_NUMBER = /^-?\d/;
const escaped = (word: string) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Returns SQL for a text, NULL if it is a placeholder for a missing value in a column of the field. */
export const withoutPlaceholdersSql = (text: string, field: Field) =>
  `CASE WHEN ${isPlaceholderSql(text, placeholdersOf(field))} THEN NULL ELSE ${text} END`;
