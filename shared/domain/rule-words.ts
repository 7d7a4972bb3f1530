import { CUSTOMER_SCORES, PURCHASE_DAYS } from './customer-words.ts';
import { measures } from './rule.ts';

/** Keywords of the rule language; a name equal to one of them must be quoted. */
export const reserved: ReadonlySet<string> = new Set([
  ...['and', 'or', 'not', 'in', 'any', 'count', 'sum', 'cluster', 'attribute'],
  ...['category', 'brand', 'item', 'days', 'at', 'more', 'less', 'exactly', 'times'],
  ...measures,
]);

/**
 * Words that start a condition of their own if a comparison follows; a name equal to one of them is printed in quotes.
 */
export const leading: ReadonlySet<string> = new Set([
  ...['user', 'life_stage', 'rfm'],
  ...CUSTOMER_SCORES,
  ...PURCHASE_DAYS,
]);

/** Unquoted word: letters of any script, digits and `_ . + / -`. */
export const WORD = /[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_.+/-]*/uy;
export const NUMBER = /-?\d+(\.\d+)?([eE][+-]?\d+)?(?![\p{L}\p{M}\p{N}_.+/-])/uy;
