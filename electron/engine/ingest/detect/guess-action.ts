import { basename } from 'node:path';
import type { Mapping } from '../../../../shared/domain/mapping.ts';
import { printSources } from '../../../../shared/domain/mapping-parse.ts';

/** What files of one action are called, a word of their name; the surest first. */
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

/** The action of all rows of a file, and whether its name or what it holds tells. */
export interface TheAction {
  readonly source: string;
  readonly why: 'filename' | 'default';
}

/** The action of a file that has no column for it: by its name (`carts.csv`, `加购.csv`), or else by what it holds. */
export function actionOf(mapping: Mapping, file: string): TheAction {
  const named = actionOfName(file);
  if (named) return { source: printSources([{ literal: named }]), why: 'filename' };
  const bought = mapping.amount !== undefined || mapping.quantity !== undefined;
  const action = mapping.rating !== undefined ? 'rate' : bought ? 'purchase' : 'interact';
  return { source: printSources([{ literal: action }]), why: 'default' };
}

function actionOfName(file: string): string | null {
  const words = basename(file)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, ' ');
  return FILE_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
