/** Units that column names contain in brackets or at their end, as in `Price (EUR)`, `金额(元)` or `amount_usd`. */
const UNIT_WORDS = new Set(
  `usd eur gbp cny rmb jpy chf cad aud inr brl mxn krw rub try sek nok dkk pln czk huf hkd twd sgd nzd zar euros pence
  utc gmt pcs`.split(/\s+/),
);

/** The levels of a nested column name, each a list of words in lower case without accents. */
export type NameParts = readonly (readonly string[])[];

/**
 * Splits a column name into words: at white space, punctuation and changes of case; `.`, `/`, `:` and `[` also separate
 * the levels of a nested name. Drops bracketed text and a unit at the end.
 */
export function partsOfName(column: string): NameParts {
  const plain = column
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[(（【〔][^)）】〕]*[)）】〕]|\s\[[^\]]*\]/gu, ' ')
    .replaceAll(/n[°º]/giu, 'no ')
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase();
  const parts = plain.split(/[./:[\]]+/).map((part) => part.match(/[\p{L}\p{N}#$€£¥￥%]+/gu) ?? []);
  const filled = parts.filter((words) => words.length > 0);
  return filled.map((words, i) => (i === filled.length - 1 ? withoutUnit(words) : words));
}

function withoutUnit(words: readonly string[]): readonly string[] {
  const last = words.at(-1) ?? '';
  const isUnit = UNIT_WORDS.has(last) || /^[$€£¥￥%]$/u.test(last);
  return words.length > 1 && isUnit ? words.slice(0, -1) : words;
}
