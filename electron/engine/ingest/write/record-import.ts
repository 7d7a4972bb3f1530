import type { Database } from 'better-sqlite3';
import type { StepResult } from '../../../../shared/contract/import-effect.ts';
import { addShape } from '../../store/imports/continued-import.ts';
import { addImport, type NewImport } from '../../store/imports/imports.ts';
import { addRejected } from '../../store/imports/rejected-rows.ts';
import { type ImportStart, setBefore } from '../../store/imports/undo-log.ts';
import { rememberedMappingOf } from '../saved-presets/remember-mapping.ts';
import type { LoadedFile } from '../stage/load-file.ts';
import type { Staged } from '../stage/stage.ts';

/** The record of an import, to which its rows refer. */
export interface RecordedImport extends NewImport {
  readonly id: number;
  /** Whether its rows are added to those of earlier files. */
  readonly isContinued: boolean;
}

interface Options {
  readonly synthetic: boolean;
  /** The results of the file's cleaning steps. */
  readonly steps: readonly StepResult[];
  /** Whether the rows are added to an import that is recorded already. */
  readonly isContinued: boolean;
}

/**
 * Records the import of a file, with its rejected rows and the greatest ids before it. The counts follow when its rows are written.
 */
export function recordImport(
  db: Database,
  loaded: LoadedFile,
  start: ImportStart,
  { synthetic, steps, isContinued }: Options,
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
  const id = isContinued ? start.import : addImport(db, record);
  if (isContinued) addShape(db, id, record.columns, record.fields);
  else setBefore(db, start);
  addRejected(db, id, loaded.rejected);
  return { ...record, id, isContinued };
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
