const SIGNS = '[$€£¥￥]|CNY|USD|EUR|GBP|RMB';

/** A finite number, also with a currency sign and thousands marked; NULL where it is none. */
export function numberSql(text: string): string {
  const plain = `try_cast(${text} AS DOUBLE)`;
  const bare = `regexp_replace(${text}, '^([-+]?)\\s*(?:${SIGNS})\\s*|\\s*(?:${SIGNS}|元)$', '\\1', 'g')`;
  const marked = `CASE WHEN regexp_full_match(${bare}, '[-+]?\\d{1,3}(,\\d{3})+(\\.\\d*)?|[-+]?\\d*\\.?\\d+') THEN replace(${bare}, ',', '')
    WHEN regexp_full_match(${bare}, '[-+]?\\d+,\\d{1,2}') THEN replace(${bare}, ',', '.') END`;
  const number = `coalesce(${plain}, try_cast(${marked} AS DOUBLE))`;
  return `CASE WHEN isfinite(${number}) THEN ${number} END`;
}
