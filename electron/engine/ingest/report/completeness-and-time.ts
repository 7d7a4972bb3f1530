import type { QualityReport } from '../../../../shared/contract/import-report.ts';
import type { Field } from '../../../../shared/domain/mapping.ts';
import type { Duck } from '../stage/duckdb.ts';
import { type Staged, USABLE } from '../stage/stage.ts';
import type { SortedEvents } from '../write/sorted-events.ts';
import { overTime } from './over-time.ts';

/**
 * Describes a staged table's rows that are taken: how complete they are, and how they lie in time. `sorted` are its events,
 * null where it holds none. Reads only.
 */
export async function completenessAndTime(
  duck: Duck,
  staged: Staged,
  sorted: SortedEvents | null,
): Promise<Pick<QualityReport, 'rows' | 'completeness' | 'time'>> {
  const { table, timeKind } = staged;
  const isTimed = timeKind === 'clock' || timeKind === 'date';
  return {
    ...(await completeness(duck, staged, sorted)),
    time: isTimed ? await overTime(duck, table) : null,
  };
}

/** Counted where it costs least: ids and numbers in the sorted table, what else there is in the staged one. */
async function completeness(duck: Duck, { table, fields }: Staged, sorted: SortedEvents | null) {
  const said = [...fields].filter((field) => field !== 'time');
  const count = async (from: string, counted: readonly Field[]) => {
    const [row] = await duck.numberRows(
      `SELECT count(*), ${['1', ...counted.map((field) => `count("${field}")`)]} FROM ${from}`,
    );
    const [rows = 0, , ...filled] = row ?? [];
    return { rows, filled: new Map(counted.map((field, i) => [field, filled[i] ?? 0])) };
  };
  const isSorted = (field: Field) => sorted?.fields.some((one) => one === field) === true;
  const here = await count(
    `${table} WHERE ${USABLE}`,
    said.filter((field) => !isSorted(field)),
  );
  const there = sorted && (await count(sorted.table, said.filter(isSorted)));
  const filled = (field: Field) => there?.filled.get(field) ?? here.filled.get(field) ?? 0;
  return { rows: here.rows, completeness: said.map((field) => ({ field, filled: filled(field) })) };
}
