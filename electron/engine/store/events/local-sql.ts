import type { OffsetChange } from '../../../../shared/domain/time/time-zone.ts';

/**
 * SQL, of SQLite and DuckDB, for the local time of a column of times between those for which `changes` were made.
 * `cases` come first, such as one for rows that stay as they are.
 */
export function localSql(time: string, changes: readonly OffsetChange[], cases: readonly string[] = []): string {
  if (changes.every(({ offset }) => offset === 0)) return time;
  const allCases = [
    ...cases,
    ...changes.slice(1).map(({ from }, i) => `WHEN ${time} < ${from} THEN ${changes[i]!.offset}`),
  ];
  const lastOffset = changes.at(-1)!.offset;
  return `(${time} + ${allCases.length === 0 ? lastOffset : `CASE ${allCases.join(' ')} ELSE ${lastOffset} END`})`;
}
