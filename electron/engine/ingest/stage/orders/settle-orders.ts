import type { Field } from '../../../../../shared/domain/mapping.ts';
import { parseSources } from '../../../../../shared/domain/mapping-parse.ts';
import type { Inspection } from '../../detect/inspect.ts';
import type { DuckDb } from '../duckdb.ts';
import { isPurchaseSql } from '../rules-sql.ts';
import { type OrderFigure, orderColumn } from './order-columns.ts';
import { divideOrderTotals, isOrderTotal } from './order-totals.ts';
import { signReturns } from './sign-returns.ts';
import { spreadOrderMoney } from './spread-order-money.ts';

/** Properties of a staged table that concern whole orders. */
export interface OrderTraits {
  /** Amounts of whole orders, each in a column that `settleOrders` removes. */
  readonly figures: ReadonlySet<OrderFigure>;
  /** Whether the table has the column `by_state`: true for purchases revoked by the status of their order. */
  readonly hasStates: boolean;
}

interface SettledOrders {
  /** Whether the table has a new column `amount`. */
  readonly addsAmount: boolean;
  /** Number of rows whose amount was reduced to their part of an order's total, or by an amount of the whole order. */
  readonly amounts: number;
  /** Number of purchases revoked by the status of their order. */
  readonly taken: number;
}

/**
 * Normalises the amounts of a staged file: the amount of a purchase is what was paid for the line and not refunded,
 * that of a return is negative.
 */
export async function settleOrders(
  duck: DuckDb,
  table: string,
  { kind, mapping }: Pick<Inspection, 'kind' | 'mapping'>,
  fields: ReadonlySet<Field>,
  { figures, hasStates }: OrderTraits,
): Promise<SettledOrders> {
  if (kind !== 'events') return { addsAmount: false, amounts: 0, taken: 0 };
  const addsAmount = await signReturns(duck, table, fields, hasStates);
  const isBought = fields.has('action') ? isPurchaseSql('"action"') : 'false';
  const hasPrice = fields.has('price');
  const pieces = fields.has('quantity') ? 'coalesce(quantity, 1)' : '1';
  let amounts = 0;
  if (fields.has('order_id') && fields.has('amount') && mapping.amount !== undefined) {
    const isNamed = parseSources(mapping.amount).some((source) => 'column' in source && isOrderTotal(source.column));
    const price = hasPrice ? `price * ${pieces}` : null;
    amounts += await divideOrderTotals(duck, table, { isBought, price, isNamed });
  }
  if (figures.size > 0) {
    if (fields.has('amount'))
      amounts += await spreadOrderMoney(duck, table, figures, { isBought, hasDiscount: fields.has('discount') });
    for (const figure of figures) await duck.run(`ALTER TABLE ${table} DROP COLUMN ${orderColumn(figure)}`);
  }
  const taken = hasStates ? await duck.number(`SELECT count(*) FROM ${table} WHERE bad IS NULL AND by_state`) : 0;
  if (hasStates) await duck.run(`ALTER TABLE ${table} DROP COLUMN by_state`);
  return { addsAmount, amounts, taken };
}
