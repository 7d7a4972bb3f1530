import type { StepResult } from '../../../../shared/contract/import-effect.ts';
import type { Cleaning } from '../../../../shared/domain/cleaning.ts';
import type { Field } from '../../../../shared/domain/mapping.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import { quoteSql } from '../stage/read-sql.ts';
import { type Staged, USABLE } from '../stage/stage.ts';
import { leaveOut } from './leave-out.ts';

const MONEY: readonly Field[] = ['price', 'amount', 'discount'];

/**
 * Converts monetary values to one currency, rounded to four decimals. Rows without a currency are assumed to be in the
 * target currency. Rows with a value in a currency of unknown rate are dropped, as they could not be added to the
 * others. Does nothing if the file has no currency column.
 */
export async function convertCurrencies(
  duck: DuckDb,
  { table, fields }: Staged,
  { to, rates }: NonNullable<Cleaning['currency']>,
): Promise<StepResult[]> {
  const money = MONEY.filter((field) => fields.has(field));
  if (!fields.has('currency') || money.length === 0) return [];
  const target = to.toUpperCase();
  const knownRates = new Map(Object.entries(rates).map(([currency, rate]) => [currency.toUpperCase(), rate]));
  knownRates.delete(target);
  const isForeign = `upper(currency) <> ${quoteSql(target)}`;
  const hasMoney = `coalesce(${money.map((field) => `"${field}"`)}) IS NOT NULL`;
  const isKnown = knownRates.size === 0 ? 'false' : `upper(currency) IN (${[...knownRates.keys()].map(quoteSql)})`;
  const unknownRows = await leaveOut(duck, table, 'currencyUnknown', `${isForeign} AND ${hasMoney} AND NOT ${isKnown}`);
  const rate = `CASE upper(currency) ${[...knownRates].map(([name, factor]) => `WHEN ${quoteSql(name)} THEN ${factor}::DOUBLE`).join(' ')} END`;
  const assignments = money.map((field) => `"${field}" = round("${field}" * ${rate}, 4)`);
  const converted =
    knownRates.size === 0
      ? 0
      : await duck.number(
          `UPDATE ${table} SET ${assignments}, currency = ${quoteSql(target)} WHERE ${USABLE} AND ${isKnown} AND ${hasMoney}`,
        );
  return [
    { step: 'currencyUnknown', rows: unknownRows, leavesOut: true },
    { step: 'currency', rows: converted, leavesOut: false },
  ];
}
