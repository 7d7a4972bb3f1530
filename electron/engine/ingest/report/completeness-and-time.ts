import type { QualityReport } from '../../../../shared/contract/import-report.ts';
import type { Field } from '../../../../shared/domain/mapping.ts';
import type { TimeZone } from '../../../../shared/domain/time/time-zone.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import { type Staged, USABLE } from '../stage/stage.ts';
import type { SortedEvents } from '../write/sorted-events.ts';
import { overTime } from './over-time.ts';

/**
 * Describes the usable rows of a staged table: their completeness and their distribution over time in a zone. `sorted` holds
 * its sorted events; null if the table has none. Read-only.
 */
export async function completenessAndTime(
  duck: DuckDb,
  staged: Staged,
  sorted: SortedEvents | null,
  zone: TimeZone,
): Promise<Pick<QualityReport, 'rows' | 'completeness' | 'time'>> {
  const { timeKind } = staged;
  const isTimed = timeKind === 'clock' || timeKind === 'date';
  return {
    ...(await completeness(duck, staged, sorted)),
    time: isTimed && sorted ? await overTime(duck, sorted, zone) : null,
  };
}

/** Counts fields where it is cheapest: ids and numbers in the sorted table, all others in the staged one. */
async function completeness(duck: DuckDb, { table, fields }: Staged, sorted: SortedEvents | null) {
  const dataFields = [...fields].filter((field) => field !== 'time');
  const count = async (from: string, countedFields: readonly Field[]) => {
    const [row] = await duck.numberRows(
      `SELECT count(*), ${['1', ...countedFields.map((field) => `count("${field}")`)]} FROM ${from}`,
    );
    const [rows = 0, , ...filled] = row ?? [];
    return { rows, filled: new Map(countedFields.map((field, i) => [field, filled[i] ?? 0])) };
  };
  const isSorted = (field: Field) => sorted?.fields.some((sortedField) => sortedField === field) === true;
  const stagedCounts = await count(
    `${table} WHERE ${USABLE}`,
    dataFields.filter((field) => !isSorted(field)),
  );
  const sortedCounts = sorted && (await count(sorted.table, dataFields.filter(isSorted)));
  const filled = (field: Field) => sortedCounts?.filled.get(field) ?? stagedCounts.filled.get(field) ?? 0;
  return { rows: stagedCounts.rows, completeness: dataFields.map((field) => ({ field, filled: filled(field) })) };
}
