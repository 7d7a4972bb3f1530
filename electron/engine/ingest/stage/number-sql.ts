const SIGNS = '[$€£¥￥]|CNY|USD|EUR|GBP|RMB';

/**
 * Returns SQL for a finite number, also with a currency sign, thousands separators or a decimal comma; NULL if the text
 * is not a number.
 */
export function numberSql(text: string): string {
  const plain = `try_cast(${text} AS DOUBLE)`;
  const bare = `regexp_replace(${text}, '^([-+]?)\\s*(?:${SIGNS})\\s*|\\s*(?:${SIGNS}|元)$', '\\1', 'g')`;
  const normalised = `CASE WHEN regexp_full_match(${bare}, '[-+]?\\d{1,3}(,\\d{3})+(\\.\\d*)?|[-+]?\\d*\\.?\\d+') THEN replace(${bare}, ',', '')
    WHEN regexp_full_match(${bare}, '[-+]?\\d+,\\d{1,2}') THEN replace(${bare}, ',', '.') END`;
  const number = `coalesce(${plain}, try_cast(${normalised} AS DOUBLE))`;
  return `CASE WHEN isfinite(${number}) THEN ${number} END`;
}
