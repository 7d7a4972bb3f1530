import { purchaseNames } from '../../../../shared/domain/actions.ts';
import { placeOf } from '../detect/mapping-places.ts';
import type { CellTest, PresetFile } from '../detect/preset.ts';
import { quoteSql } from './read-sql.ts';
import { placeSql, type RowSource } from './row-source.ts';

/**
 * Returns SQL for whether a row passes all tests, ignoring those on columns that the file lacks; null if nothing is
 * left to test.
 */
export function passesSql(tests: readonly CellTest[], columns: readonly string[], source: RowSource): string | null {
  const conditions = tests.flatMap((test) => testSql(test, columns, source) ?? []);
  return conditions.length === 0 ? null : `(${conditions.join(' AND ')})`;
}

function testSql(test: CellTest, columns: readonly string[], source: RowSource): string | null {
  const place = placeOf(test.column, columns);
  if (!place) return null;
  const text = placeSql(place, source);
  const conditions: string[] = [];
  if (test.is) conditions.push(`coalesce(${text} IN (${test.is.map(quoteSql)}), false)`);
  if (test.not) conditions.push(`coalesce(${text} NOT IN (${test.not.map(quoteSql)}), true)`);
  if (test.starts !== undefined) conditions.push(`coalesce(starts_with(${text}, ${quoteSql(test.starts)}), false)`);
  if (test.filled !== undefined) conditions.push(`${text} IS ${test.filled ? 'NOT ' : ''}NULL`);
  return conditions.length === 0 ? null : `(${conditions.join(' AND ')})`;
}

/** Returns SQL that translates an action to Portrait's name for it. */
export function renamedSql(action: string, names: PresetFile['actions']): string {
  if (!names) return action;
  const cases = Object.entries(names).map(([from, to]) => `WHEN ${quoteSql(from)} THEN ${quoteSql(to)}`);
  return `CASE ${action} ${cases.join(' ')} ELSE ${action} END`;
}

/**
 * Returns SQL for the action of rows that take a purchase back (`return` or `cancel`), by the rules of the file; NULL
 * for other rows.
 */
export function returnSql(rules: PresetFile | null, columns: readonly string[], source: RowSource): string | null {
  const cases = (rules?.returns ?? []).flatMap(({ action, ...test }) => {
    const passes = testSql(test, columns, source);
    return passes ? [`WHEN ${passes} THEN ${quoteSql(action)}`] : [];
  });
  return cases.length === 0 ? null : `CASE ${cases.join(' ')} END`;
}

/** Returns SQL for whether an action is a purchase, equivalent to `isPurchase`. */
export function isPurchaseSql(action: string): string {
  return `regexp_replace(lower(trim(${action})), '[\\s_-]+', ' ', 'g') IN (${purchaseNames.map(quoteSql)})`;
}

/**
 * Returns SQL for a category in the form `a > b > c`: from its level columns, or from a path with another separator.
 */
export function categorySql(
  category: string,
  rules: PresetFile | null,
  columns: readonly string[],
  source: RowSource,
): string {
  const levels = (rules?.levels ?? []).flatMap((name) => placeOf(name, columns) ?? []);
  if (levels.length > 0) return `nullif(concat_ws(' > ', ${levels.map((place) => placeSql(place, source))}), '')`;
  return rules?.path === undefined ? category : pathSql(category, rules.path);
}

function pathSql(category: string, separator: string): string {
  const parts = `regexp_replace(${category}, ${quoteSql(`\\s*${escapeRegExp(separator)}\\s*`)}, ' > ', 'g')`;
  return `trim(${parts})`;
}

const escapeRegExp = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
