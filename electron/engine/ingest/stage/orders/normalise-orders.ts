import type { Field } from '../../../../../shared/domain/mapping.ts';
import { parseSources } from '../../../../../shared/domain/mapping-parse.ts';
import type { Inspection } from '../../detect/inspect.ts';
import type { DuckDb } from '../duckdb.ts';
import { isPurchaseSql } from '../rules-sql.ts';
import { allocateOrderAmounts } from './allocate-order-amounts.ts';
import { type OrderFigure, orderColumn } from './order-columns.ts';
import { divideOrderTotals, isOrderTotal } from './order-totals.ts';
import { signReturns } from './sign-returns.ts';

/** Properties of a staged table that concern whole orders. */
export interface OrderTraits {
  /** Amounts of whole orders, each in a column that `normaliseOrders` removes. */
  readonly figures: ReadonlySet<OrderFigure>;
  /** Whether the table has the column `by_status`: true for purchases revoked by the status of their order. */
  readonly hasStatus: boolean;
}

interface NormalisedOrders {
  /** Whether the table has a new column `amount`. */
  readonly addsAmount: boolean;
  /** Number of rows whose amount was reduced to their part of an order's total, or by an amount of the whole order. */
  readonly amounts: number;
  /** Number of purchases revoked by the status of their order. */
  readonly revoked: number;
}

/**
 * Normalises the amounts of a staged file: the amount of a purchase is what was paid for the line and not refunded,
 * that of a return is negative.
 */
export async function normaliseOrders(
  duck: DuckDb,
  table: string,
  { kind, mapping }: Pick<Inspection, 'kind' | 'mapping'>,
  fields: ReadonlySet<Field>,
  { figures, hasStatus }: OrderTraits,
): Promise<NormalisedOrders> {
  if (kind !== 'events') return { addsAmount: false, amounts: 0, revoked: 0 };
  const addsAmount = await signReturns(duck, table, fields, hasStatus);
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
      amounts += await allocateOrderAmounts(duck, table, figures, { isBought, hasDiscount: fields.has('discount') });
    for (const figure of figures) await duck.run(`ALTER TABLE ${table} DROP COLUMN ${orderColumn(figure)}`);
  }
  const revoked = hasStatus ? await duck.number(`SELECT count(*) FROM ${table} WHERE bad IS NULL AND by_status`) : 0;
  if (hasStatus) await duck.run(`ALTER TABLE ${table} DROP COLUMN by_status`);
  return { addsAmount, amounts, revoked };
}
