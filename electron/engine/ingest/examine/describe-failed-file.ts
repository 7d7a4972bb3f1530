import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ExaminedFile, Remedy } from '../../../../shared/contract/examine.ts';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import type { Mapping } from '../../../../shared/domain/mapping.ts';
import { CANCELLED, errorShape, PortraitError } from '../../../../shared/errors.ts';
import { DEFAULT_SOURCE } from '../../store/imports/imports.ts';
import { checkFile } from '../check/check-file.ts';
import type { Inspection } from '../detect/inspect.ts';
import type { InspectedTable } from '../detect/inspected-table.ts';
import { mayUseSessions } from '../detect/sessions-as-users.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import { asSkippedTable } from '../stage/skipped-tables.ts';
import { describeColumns } from './describe-columns.ts';

/** Rows with at least this many different widths are lists rather than a table. */
const MIN_LIST_WIDTHS = 5;

/** Describes a file that cannot be opened, with the reason as its only problem. Rethrows unexpected errors. */
export function describeUnopened(request: ImportFile, error: unknown): ExaminedFile {
  return {
    file: request.file,
    name: basename(request.file),
    source: DEFAULT_SOURCE,
    bytes: statSync(request.file, { throwIfNoEntry: false })?.size ?? 0,
    ...{ kind: 'events', timeKind: 'none', preset: request.preset ?? null, mapping: {} },
    ...{ guesses: [], columns: [], steps: null, report: null },
    problems: [notImportableProblem(error)],
  };
}

/**
 * Describes a table that cannot be imported as requested, including its columns, so that the user can map them. The
 * problem is a warning if the import can continue without the table, otherwise an error.
 */
export async function describeUnmapped(
  duck: DuckDb,
  table: InspectedTable,
  folder: string,
  error: unknown,
): Promise<ExaminedFile> {
  const { opened } = table;
  const { request, name, source } = opened;
  const severity = asSkippedTable(opened, error) ? 'warning' : 'error';
  const problem = { ...notImportableProblem(error), severity } as const;
  const inspection = inspectionOf(table);
  if (!inspection) return { ...describeUnopened(request, error), name, source };
  const checked = checkFile(opened, inspection.dialect, join(folder, 'described'), () => {});
  const isOfLists = new Set(inspection.rows.map((row) => row.length)).size >= MIN_LIST_WIDTHS;
  const { kind, preset, mapping, stats } = inspection;
  const remedies = isOfLists ? [{ file: { preset: 'sequences' } }] : remediesOf(error, mapping);
  const columns = isOfLists || checked.rows === 0 ? [] : await describeColumns(duck, { inspection, text: checked });
  return {
    ...{ file: request.file, name, source, bytes: stats.size, kind, timeKind: 'none', preset, mapping, guesses: [] },
    columns: columns.map((column) => ({ ...column, personal: null, privacy: null, use: null })),
    problems: [{ ...problem, remedies }],
    ...{ steps: null, report: null },
  };
}

/**
 * Returns mappings with which a table can be imported after all: as events without a time, or with one of several rows
 * per user.
 */
function remediesOf(error: unknown, mapping: Mapping): Remedy[] {
  if (!(error instanceof PortraitError)) return [];
  const { user, item } = mapping;
  if (mayUseSessions(mapping)) return [{ file: { sessionsAsUsers: true } }];
  if (error.code === 'USERS_REPEATED' && user !== undefined)
    return [{ file: { mapping: { user, attributes: ['*'] } } }];
  const lacksTime = error.code === 'MAPPING_INCOMPLETE' && mapping.time === undefined;
  if (!lacksTime || user === undefined || item === undefined) return [];
  const action = mapping.rating === undefined ? "'interact'" : "'rate'";
  return [{ file: { mapping: { ...mapping, time: "'order'", action: mapping.action ?? action } } }];
}

/** Inspects a table; null if the requested options do not fit it. */
function inspectionOf(table: InspectedTable): Inspection | null {
  try {
    return table.inspection();
  } catch (error) {
    if (error instanceof PortraitError) return null;
    throw error;
  }
}

function notImportableProblem(error: unknown): ExaminedFile['problems'][number] {
  if (!(error instanceof PortraitError) || error.code === CANCELLED) throw error;
  return {
    code: 'not-importable',
    severity: 'error',
    count: 1,
    facts: {},
    error: errorShape(error),
    examples: [],
    remedies: [],
  };
}
