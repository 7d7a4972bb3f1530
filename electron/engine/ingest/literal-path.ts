/** A path as the table engine takes it, whose `*`, `?` and `[` stand for themselves. */
export const literalPath = (file: string): string => file.replaceAll(/[*?[]/g, '[$&]');
