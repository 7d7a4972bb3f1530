import type { DuckDb } from '../duckdb.ts';

/** Column names of the total of an order, without case, white space and punctuation. */
const TOTAL =
  /^(?:order|grand|invoice|cart|basket)(?:total|amount|value|sum|price)(?:amount|price|paid)?$|^total(?:order|paid)(?:amount|value)?$|^订单(?:总|实付|应付|支付)?(?:金额|额|价)$/u;

/** Whether a column name denotes the total of an order. */
export const isOrderTotal = (name: string): boolean => TOTAL.test(name.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, ''));

/**
 * Divides amounts that each line of an order repeats, although they are totals of the order, in proportion to the
 * prices of the lines, or equally if there are no prices. With prices, an amount is a total if it is closer to the sum
 * of the lines than to any single line; otherwise its column name decides. Nothing is divided unless this holds for all
 * orders with several lines. Returns the number of changed rows.
 */
export async function divideOrderTotals(
  duck: DuckDb,
  table: string,
  { isBought, price, isNamed }: { readonly isBought: string; readonly price: string | null; readonly isNamed: boolean },
): Promise<number> {
  if (price === null && !isNamed) return 0;
  const lines = `SELECT rowid AS id, order_id, amount, ${price ?? 'NULL::DOUBLE'} AS line FROM ${table}
    WHERE bad IS NULL AND ${isBought} AND order_id IS NOT NULL`;
  const orders = `SELECT order_id, count(*) AS n, sum(line) AS total,
      count(amount) = count(*) AND min(amount) = max(amount) AND min(amount) > 0 AS same,
      count(line) = count(*) AND min(line) > 0 AS priced,
      abs(min(amount) - sum(line)) < 0.5 * abs(min(amount) - max(line)) AS is_sum
    FROM (${lines}) GROUP BY order_id HAVING n > 1`;
  const isTotal = isNamed
    ? 'same AND coalesce(NOT priced OR is_sum, true)'
    : 'same AND coalesce(priced AND is_sum, false)';
  const [counts] = await duck.rows(
    `SELECT count(*) AS orders, count(*) FILTER (WHERE ${isTotal}) AS totals FROM (${orders})`,
  );
  if (Number(counts?.orders) === 0 || Number(counts?.orders) !== Number(counts?.totals)) return 0;
  await duck.run(`CREATE OR REPLACE TABLE line_amounts AS
    SELECT l.id, round(l.amount * CASE WHEN o.priced THEN l.line / o.total ELSE 1 / o.n END, 6) AS amount
    FROM (${lines}) l JOIN (${orders}) o USING (order_id)`);
  await duck.run(`UPDATE ${table} SET amount = line_amounts.amount FROM line_amounts WHERE id = ${table}.rowid`);
  const rows = await duck.number('SELECT count(*) FROM line_amounts');
  await duck.run('DROP TABLE line_amounts');
  return rows;
}
