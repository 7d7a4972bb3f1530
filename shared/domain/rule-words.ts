import { measures } from './rule.ts';

/** Words that mean something by themselves in a rule; a name that is one of them is written in quotes. */
export const reserved: ReadonlySet<string> = new Set([
  ...['and', 'or', 'not', 'in', 'any', 'count', 'sum', 'cluster', 'attribute'],
  ...['category', 'brand', 'item', 'days', 'at', 'more', 'less', 'exactly', 'times'],
  ...measures,
]);

/** What a word that needs no quotes is made of: letters of any script, digits and `_ . + / -`. */
export const WORD = /[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_.+/-]*/uy;
export const NUMBER = /-?\d+(\.\d+)?([eE][+-]?\d+)?(?![\p{L}\p{M}\p{N}_.+/-])/uy;
