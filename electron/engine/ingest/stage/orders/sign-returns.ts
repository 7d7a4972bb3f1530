import { isReturn } from '../../../../../shared/domain/actions.ts';
import type { Field } from '../../../../../shared/domain/mapping.ts';
import type { DuckDb } from '../duckdb.ts';
import { quoteSql } from '../read-sql.ts';

/**
 * Makes the amounts of returns and cancellations negative, so that they offset earlier purchases. Purchases revoked by
 * the status of their order are not counted at all and keep their amount. Returns whether the column `amount` was
 * added.
 */
export async function signReturns(
  duck: DuckDb,
  table: string,
  fields: ReadonlySet<Field>,
  hasStatus: boolean,
): Promise<boolean> {
  if (!fields.has('action') || !(fields.has('amount') || fields.has('price'))) return false;
  const actions = await duck.rows(`SELECT DISTINCT "action" AS name FROM ${table} WHERE "action" IS NOT NULL`);
  const returns = actions.flatMap(({ name }) => (typeof name === 'string' && isReturn(name) ? name : []));
  const isSigned = `"action" IN (${returns.map(quoteSql)})${hasStatus ? ' AND NOT by_status' : ''}`;
  if (returns.length === 0 || (await duck.number(`SELECT count(*) FROM ${table} WHERE ${isSigned}`)) === 0)
    return false;
  const addsAmount = !fields.has('amount');
  if (addsAmount) await duck.run(`ALTER TABLE ${table} ADD COLUMN amount DOUBLE`);
  const priced = `price * ${fields.has('quantity') ? 'coalesce(quantity, 1)' : '1'}`;
  const value = fields.has('price') ? `coalesce(amount, ${priced})` : 'amount';
  await duck.run(`UPDATE ${table} SET amount = -abs(${value}) WHERE ${isSigned}`);
  return addsAmount;
}
