import { basename } from 'node:path';
import type { Mapping } from '../../../../shared/domain/mapping.ts';
import { printSources } from '../../../../shared/domain/mapping-parse.ts';

/** Words in the names of files that hold a single action; the most reliable first. */
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

/** The action of all rows of a file, and whether it comes from the file name or from the mapped fields. */
export interface FileAction {
  readonly source: string;
  readonly reason: 'filename' | 'default';
}

/**
 * Guesses the action of a file without an action column: from its name (`carts.csv`, `加购.csv`), otherwise from its
 * mapped fields.
 */
export function guessAction(mapping: Mapping, file: string): FileAction {
  const nameAction = actionFromFileName(file);
  if (nameAction) return { source: printSources([{ literal: nameAction }]), reason: 'filename' };
  const isPurchase = mapping.amount !== undefined || mapping.quantity !== undefined;
  const action = mapping.rating !== undefined ? 'rate' : isPurchase ? 'purchase' : 'interact';
  return { source: printSources([{ literal: action }]), reason: 'default' };
}

function actionFromFileName(file: string): string | null {
  const words = basename(file)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, ' ');
  return FILE_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
