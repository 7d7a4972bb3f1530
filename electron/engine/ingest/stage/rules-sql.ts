import { purchaseNames } from '../../../../shared/domain/actions.ts';
import { placeOf } from '../detect/mapping-places.ts';
import type { CellTest, PresetFile } from '../detect/preset.ts';
import { quoteSql } from './read-sql.ts';
import { placeSql, type RowSource } from './row-source.ts';

/** Whether a row passes all tests, those of columns that the file lacks left aside; NULL where there is nothing to test. */
export function passesSql(tests: readonly CellTest[], columns: readonly string[], source: RowSource): string | null {
  const found = tests.flatMap((test) => testSql(test, columns, source) ?? []);
  return found.length === 0 ? null : `(${found.join(' AND ')})`;
}

function testSql(test: CellTest, columns: readonly string[], source: RowSource): string | null {
  const place = placeOf(test.column, columns);
  if (!place) return null;
  const text = placeSql(place, source);
  const all: string[] = [];
  if (test.is) all.push(`coalesce(${text} IN (${test.is.map(quoteSql)}), false)`);
  if (test.not) all.push(`coalesce(${text} NOT IN (${test.not.map(quoteSql)}), true)`);
  if (test.starts !== undefined) all.push(`coalesce(starts_with(${text}, ${quoteSql(test.starts)}), false)`);
  if (test.filled !== undefined) all.push(`${text} IS ${test.filled ? 'NOT ' : ''}NULL`);
  return all.length === 0 ? null : `(${all.join(' AND ')})`;
}

/** An action under the name that it has here. */
export function renamedSql(action: string, names: PresetFile['actions']): string {
  if (!names) return action;
  const cases = Object.entries(names).map(([from, to]) => `WHEN ${quoteSql(from)} THEN ${quoteSql(to)}`);
  return `CASE ${action} ${cases.join(' ')} ELSE ${action} END`;
}

/** What a row is that takes a purchase back, as the rules of its file tell; NULL for other rows. */
export function returnSql(rules: PresetFile | null, columns: readonly string[], source: RowSource): string | null {
  const cases = (rules?.returns ?? []).flatMap(({ action, ...test }) => {
    const passes = testSql(test, columns, source);
    return passes ? [`WHEN ${passes} THEN ${quoteSql(action)}`] : [];
  });
  return cases.length === 0 ? null : `CASE ${cases.join(' ')} END`;
}

/** Whether an action is a purchase, as `isPurchase` says. */
export function isPurchaseSql(action: string): string {
  return `regexp_replace(lower(trim(${action})), '[\\s_-]+', ' ', 'g') IN (${purchaseNames.map(quoteSql)})`;
}

/** A category as its file tells it, in the one form `a > b > c`: by its levels, or by a path in another form. */
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
  const parts = `regexp_replace(${category}, ${quoteSql(`\\s*${escaped(separator)}\\s*`)}, ' > ', 'g')`;
  return `trim(${parts})`;
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
