/** Escapes `*`, `?` and `[` in a path for DuckDB, which would treat them as wildcards. */
export const literalPath = (file: string): string => file.replaceAll(/[*?[]/g, '[$&]');
