import { isPurchase } from '../../../../../shared/domain/actions.ts';
import type { Inspection } from '../../detect/inspect.ts';
import { findPlaces } from '../../detect/mapping-places.ts';
import type { DuckDb } from '../duckdb.ts';
import { type Staged, USABLE } from '../stage.ts';

/**
 * Whether the rows of a file are order lines, so that equal rows are separate purchases and not duplicates: all are
 * purchases of an item in an order, and the lines of each order are adjacent, which they are not in two concatenated
 * exports.
 */
export async function isOrderLines(duck: DuckDb, inspection: Inspection, { table, fields }: Staged): Promise<boolean> {
  if (inspection.kind !== 'events' || inspection.layout !== 'rows' || !fields.has('order_id') || !fields.has('item'))
    return false;
  const [action] = findPlaces(inspection).fields.get('action') ?? [];
  if (!action || !('literal' in action) || !isPurchase(action.literal)) return false;
  const [counts] = await duck.rows(`SELECT count(*) AS blocks, count(DISTINCT order_id) AS orders FROM (
      SELECT order_id, lag(order_id) OVER (ORDER BY rowid) AS before FROM ${table} WHERE ${USABLE} AND order_id IS NOT NULL)
    WHERE order_id IS DISTINCT FROM before`);
  return Number(counts?.blocks) === Number(counts?.orders);
}
