import type { DuckDb } from '../duckdb.ts';
import { type OrderFigure, orderColumn } from './order-columns.ts';

/** The discount of an order may include those of its lines; the subtotal reveals whether it does. */
const WITHOUT_OWN = 'o.total - greatest(0, coalesce(o.discount, 0) - o.own)';
const WITH_OWN = 'o.total - coalesce(o.discount, 0)';
const DISCOUNTED = `CASE WHEN abs(${WITH_OWN} - o.subtotal) < abs(${WITHOUT_OWN} - o.subtotal)
  THEN ${WITH_OWN} ELSE ${WITHOUT_OWN} END`;

/**
 * Allocates the discount and the refund of an order to its lines, in proportion to their amounts. A figure is that of
 * the order if all its lines repeat it or only one has it; otherwise each line has its own. Rows that are not purchases
 * keep their amount. Returns the number of changed rows.
 */
export async function allocateOrderAmounts(
  duck: DuckDb,
  table: string,
  figures: ReadonlySet<OrderFigure>,
  { isBought, hasDiscount }: { readonly isBought: string; readonly hasDiscount: boolean },
): Promise<number> {
  const figure = (name: OrderFigure) => (figures.has(name) ? orderColumn(name) : 'NULL::DOUBLE');
  const lines = `SELECT rowid AS id, order_id, amount, ${figure('subtotal')} AS subtotal, abs(${figure('discount')}) AS discount,
      abs(${figure('refund')}) AS refund, ${hasDiscount ? 'abs(discount)' : '0'} AS own_discount
    FROM ${table} WHERE bad IS NULL AND ${isBought} AND amount > 0`;
  const orders = `SELECT order_id, count(*) AS n, sum(amount) AS total, max(subtotal) AS subtotal, sum(own_discount) AS own,
      ${['discount', 'refund'].map(
        (name) => `max(${name}) AS ${name}, count(DISTINCT nullif(${name}, 0)) > 1 AS each_${name}`,
      )}
    FROM (${lines}) WHERE order_id IS NOT NULL GROUP BY order_id`;
  const net = figures.has('discount')
    ? `CASE WHEN o.each_discount THEN o.total ELSE ${DISCOUNTED} END`
    : 'least(o.total, coalesce(o.subtotal, o.total))';
  const share = `l.amount * greatest(0, (${net}) - CASE WHEN o.each_refund THEN 0 ELSE coalesce(o.refund, 0) END) / o.total`;
  const own = `CASE WHEN o.each_discount THEN coalesce(l.discount, 0) ELSE 0 END
    + CASE WHEN o.each_refund THEN coalesce(l.refund, 0) ELSE 0 END`;
  const changes = `SELECT l.id, round(greatest(0, ${share} - (${own})), 6) AS net, l.amount AS gross
    FROM (${lines}) l JOIN (${orders}) o USING (order_id) WHERE o.total > 0`;
  await duck.run(
    `CREATE OR REPLACE TABLE net_amounts AS SELECT id, net FROM (${changes}) WHERE abs(net - gross) > 1e-6`,
  );
  const rows = await duck.number('SELECT count(*) FROM net_amounts');
  if (rows > 0) await duck.run(`UPDATE ${table} SET amount = net FROM net_amounts WHERE id = ${table}.rowid`);
  await duck.run('DROP TABLE net_amounts');
  return rows;
}
