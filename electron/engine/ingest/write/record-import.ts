import type { Database } from 'better-sqlite3';
import type { StepResult } from '../../../../shared/contract/import-effect.ts';
import { addImport, type NewImport } from '../../store/imports/imports.ts';
import { addRejected } from '../../store/imports/rejected-rows.ts';
import { setBefore } from '../../store/imports/undo-log.ts';
import type { NumberedTable } from '../../store/imports/undo-tables.ts';
import { rememberedMappingOf } from '../saved-presets/remember-mapping.ts';
import type { LoadedFile } from '../stage/load-file.ts';
import type { Staged } from '../stage/stage.ts';

/** The record of an import, to which its rows refer. */
export interface RecordedImport extends NewImport {
  readonly id: number;
}

/**
 * Records the import of a file, with its rejected rows and the greatest ids before it; `steps` are the results of its
 * cleaning steps. The counts follow when its rows are written.
 */
export function recordImport(
  db: Database,
  loaded: LoadedFile,
  before: Readonly<Record<NumberedTable, number>>,
  { synthetic, steps }: { readonly synthetic: boolean; readonly steps: readonly StepResult[] },
): RecordedImport {
  const { opened, inspection, staged, repeats, zone, sha256 } = loaded;
  const { kind, mapping, preset, dialect, columns } = inspection;
  const record = {
    ...{ file: opened.name, sha256, source: opened.source, kind, timeKind: staged.timeKind, zone, synthetic },
    mapping,
    preset,
    repeats,
    dialect,
    columns,
    fields: [...staged.fields],
    recall: rememberedMappingOf(opened, inspection),
    steps: [
      ...markStep(staged.marked),
      ...filterStep(staged.filtered),
      ...maskSteps(loaded),
      ...orderSteps(staged),
      ...steps,
    ],
    privacy: loaded.privacy.columns.map(({ place: _, ...column }) => column),
  };
  const id = addImport(db, record);
  setBefore(db, id, before);
  addRejected(db, id, loaded.rejected);
  return { ...record, id };
}

/** Returns a step for the rows in which a leading byte order mark was removed. */
function markStep(rows: number): StepResult[] {
  return rows === 0 ? [] : [{ step: 'byteOrderMarks', rows, leavesOut: false }];
}

/** Returns a step for the rows excluded by a preset's filter. */
function filterStep(rows: number): StepResult[] {
  return rows === 0 ? [] : [{ step: 'filter', rows, leavesOut: true }];
}

/**
 * Returns steps for the purchases revoked by the status of their order, and for the rows whose amount depends on their
 * order.
 */
function orderSteps({ orders: { revoked, amounts } }: Staged): StepResult[] {
  const steps: StepResult[] = [
    { step: 'orderStates', rows: revoked, leavesOut: false },
    { step: 'orderAmounts', rows: amounts, leavesOut: false },
  ];
  return steps.filter(({ rows }) => rows > 0);
}

/** Returns steps for the cells and texts with personal data that was hashed, removed or masked. */
function maskSteps({ masked: { cells, texts } }: LoadedFile): StepResult[] {
  const steps: StepResult[] = [
    { step: 'personalCells', rows: cells, leavesOut: false },
    { step: 'maskedTexts', rows: texts, leavesOut: false },
  ];
  return steps.filter(({ rows }) => rows > 0);
}
