import type { DecimalSign } from '../../../../../shared/contract/import-file.ts';
import type { Inspection } from '../../detect/inspect.ts';
import { type ColumnPlace, type Places, placeOf } from '../../detect/mapping-places.ts';
import { numberSql } from '../number-sql.ts';
import { placeSql, type RowSource } from '../row-source.ts';

/** Amounts of a whole order, in the currency of its lines. */
export type OrderFigure = 'subtotal' | 'discount' | 'refund';

/**
 * Returns the column of a staged table with such an amount; it is removed once the amount is allocated to the lines.
 */
export const orderColumn = (figure: OrderFigure): string => `order_${figure}`;

/** Names of these columns in any export, without case, white space and punctuation. */
const NAMES: Readonly<Record<Exclude<OrderFigure, 'subtotal'>, RegExp>> = {
  discount:
    /^(?:order|cart|basket|coupon|total|invoice)discount(?:s|amount|total|value)?$|^discounttotal$|^(?:订单|整单|总|店铺)(?:优惠|折扣)(?:金额)?$/u,
  refund:
    /^(?:order|total)?(?:refund(?:ed)?|returned?)(?:amount|total|value|sum)$|^(?:amount|total)refunded$|^(?:已)?退款(?:金额|总额)$/u,
};

/** Names of amounts that already include the discount of the order. */
const NET_AMOUNT = /net|paid|after|实付|实收|实际|支付|成交/iu;

/**
 * Returns the columns with amounts of whole orders: those of the preset, otherwise by name if rows have an order and
 * money.
 */
export function orderFigures(
  { columns, rules, mapping }: Pick<Inspection, 'columns' | 'rules' | 'mapping'>,
  { fields }: Places,
): Map<OrderFigure, ColumnPlace> {
  const figures = new Map<OrderFigure, ColumnPlace>();
  if (!fields.has('order_id')) return figures;
  for (const [figure, name] of Object.entries(rules?.order ?? {}) as [OrderFigure, string][]) {
    const place = placeOf(name, columns);
    if (place) figures.set(figure, place);
  }
  if (rules?.whole) return figures;
  const used = new Set([...fields.values()].flat().flatMap((place) => ('column' in place ? place.column : [])));
  for (const [figure, pattern] of Object.entries(NAMES) as [OrderFigure, RegExp][]) {
    if (figures.has(figure) || (figure === 'discount' && NET_AMOUNT.test(mapping.amount ?? ''))) continue;
    const column = columns.findIndex((name, c) => !used.has(c) && pattern.test(plainName(name)));
    if (column >= 0) figures.set(figure, { column });
  }
  return figures;
}

const plainName = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, '');

/** Returns SQL for each of these columns, whose numbers have this decimal sign. */
export function orderColumnsSql(
  figures: ReadonlyMap<OrderFigure, ColumnPlace>,
  source: RowSource,
  sign: DecimalSign,
): string[] {
  return [...figures].map(([figure, place]) => `${numberSql(placeSql(place, source), sign)} AS ${orderColumn(figure)}`);
}
