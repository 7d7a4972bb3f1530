import { basename } from 'node:path';
import type { Mapping } from '../../../../shared/domain/mapping.ts';
import { printSources } from '../../../../shared/domain/mapping-parse.ts';

/** Words in the names of files with a single action; the most reliable first. */
const FILE_WORDS: readonly [action: string, words: RegExp][] = [
  ['return', /\b(?:returns?|refunds?|credit notes?)\b|退货|退款/u],
  ['favourite', /\b(?:favs?|favou?rites?|wish ?lists?)\b|收藏/u],
  ['cart', /\b(?:add ?to ?carts?|carts?|baskets?)\b|加购|购物车/u],
  ['search', /\b(?:search(?:es)?|queries)\b|搜索/u],
  ['review', /\b(?:reviews?|comments?)\b|评论|评价/u],
  ['rate', /\b(?:ratings?)\b|评分/u],
  ['purchase', /\b(?:purchases?|orders?|sales|transactions?|payments?|invoices?)\b|购买|下单|订单|成交|支付/u],
  ['click', /\bclicks?\b|点击/u],
  ['view', /\b(?:(?:page|product|item) ?views?|views?|impressions?)\b|浏览/u],
  ['share', /\bshares?\b|分享/u],
  ['like', /\blikes?\b|点赞/u],
];

/** Action of all rows of a file, and its source: the columns, the file name, or the default. */
export interface FileAction {
  readonly source: string;
  readonly reason: 'columns' | 'filename' | 'default';
}

/**
 * Guesses the action of a file without an action column: a purchase if its columns are those of orders, whatever its
 * name; otherwise from its name (`carts.csv`, `加购.csv`), if that mentions a single action; otherwise from its mapped
 * fields.
 */
export function guessAction(mapping: Mapping, columns: readonly string[], file: string): FileAction {
  const action = (literal: string, reason: FileAction['reason']) => ({ source: printSources([{ literal }]), reason });
  const inName = actionsInFileName(file);
  if (isOfOrders(mapping, columns, inName)) return action('purchase', 'columns');
  if (inName[0] !== undefined) return action(inName[0], 'filename');
  const isPurchase = mapping.amount !== undefined || mapping.quantity !== undefined;
  return action(mapping.rating !== undefined ? 'rate' : isPurchase ? 'purchase' : 'interact', 'default');
}

/** Words in the column names of returns. */
const RETURN_COLUMN = /return|refund|credit.?note|退货|退款|retour|rembours|devoluci|reembolso|erstatt/iu;
/** Column names of order times. */
const ORDER_TIME =
  /order|purchase|sale|sold|transaction|trans|invoice|paid|payment|订单|下单|付款|支付|成交|bestell|commande|pedido/iu;

/**
 * Whether the columns are those of orders: an order with money, a quantity or an order time, and no column of returns
 * or reviews. If the columns are inconclusive, a file name that mentions a single other action decides.
 */
function isOfOrders(mapping: Mapping, columns: readonly string[], inName: readonly string[]): boolean {
  const { order_id, amount, price, quantity, rating, text, time = '' } = mapping;
  const hasMoney = [amount, price, quantity].some((source) => source !== undefined);
  const isOrderTime = ORDER_TIME.test(time);
  if (rating !== undefined || text !== undefined || !(hasMoney || isOrderTime)) return false;
  if (columns.some((name) => RETURN_COLUMN.test(name)) && inName.includes('return')) return false;
  return order_id !== undefined
    ? isOrderTime || !inName.includes('return') || inName.length > 1
    : isOrderTime && inName.length !== 1;
}

/** Words that exclude what follows, as in `orders-without-returns`. */
const EXCLUSION =
  /(?:\b(?:without|excl(?:uding|udes)?|excludes?|no|non|minus|except|ohne|sans|sin)\b|不含|不包括|除去?|无|去除)\s*\p{L}+(?:\s*(?:and|or|und|et|和|及|、)\s*\p{L}+)?/gu;

/** Returns the actions that a file name mentions, the most reliable first. */
function actionsInFileName(file: string): string[] {
  const words = basename(file)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .replaceAll(EXCLUSION, ' ');
  return FILE_WORDS.filter(([, pattern]) => pattern.test(words)).map(([action]) => action);
}
