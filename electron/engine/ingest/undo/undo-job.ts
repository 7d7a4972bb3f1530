import type { UndoResult } from '../../../../shared/contract/import-undo.ts';
import type { Parsed } from '../../../../shared/contract/index.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import type { JobFunction } from '../../jobs/context.ts';
import { deleteOldBackups } from '../../store/backups/delete-old-backups.ts';
import { backUp } from '../../store/backups/make-backup.ts';
import { recomputeSummary } from '../../store/events/event-summary.ts';
import { importsFrom, type UndoableImport, undoImport } from '../../store/imports/undo.ts';
import { removeDerivedOfDeletedUsers, runsSince } from '../../store/imports/undo-derived.ts';
import { stopUndoLog } from '../../store/imports/undo-log.ts';
import { saveUsedIds } from '../../store/imports/used-ids.ts';
import { countRows } from '../../store/names/dictionaries.ts';
import { withoutForeignKeys } from '../../store/without-foreign-keys.ts';
import { importNotFound } from '../import-not-found.ts';

/**
 * Undoes imports in one transaction, after backing up the workspace. Throws IMPORT_NOT_FOUND, IMPORT_NOT_LAST (details: `later`), IMPORT_TOO_OLD and
 * DISK_FULL.
 */
export const undoJob: JobFunction<Parsed<'ingest.undo'>, UndoResult> = async (input, context) => {
  const start = performance.now();
  const { db, path } = context.workspace;
  requireUndoable(importsFrom(db, input.import), input);
  await backUp(context.workspace, 'undo', (done, total) => {
    context.checkCancelled();
    context.progress({ stage: 'workspace.backUp', done, total, unit: 'bytes' });
  });
  deleteOldBackups(path);
  stopUndoLog(db);
  return withoutForeignKeys(db, true, async () => {
    const imports = requireUndoable(importsFrom(db, input.import), input);
    const total = imports.reduce((sum, { events }) => sum + events, 0);
    const counts = () => ({ users: countRows(db, 'users'), items: countRows(db, 'items') });
    const countsBefore = counts();
    saveUsedIds(db);
    let events = 0;
    let restored = 0;
    for (const undoable of imports) {
      const undone = undoImport(db, undoable, (removed) => {
        context.checkCancelled();
        context.progress({ stage: 'import.undo', done: events + removed, total, unit: 'events' });
      });
      events += undone.removed;
      restored += undone.restored;
    }
    recomputeSummary(db);
    const countsAfter = counts();
    return {
      imports: imports.map(({ import: id, file }) => ({ import: id, file })),
      events,
      restored,
      users: countsBefore.users - countsAfter.users,
      items: countsBefore.items - countsAfter.items,
      ...removeDerivedOfDeletedUsers(db),
      runs: runsSince(db, imports.at(-1)!.imported),
      seconds: (performance.now() - start) / 1000,
    };
  });
};

function requireUndoable(imports: UndoableImport[], { import: id, andLater }: Parsed<'ingest.undo'>): UndoableImport[] {
  if (imports.at(-1)?.import !== id) throw importNotFound(id);
  const laterImports = imports.filter((undoable) => undoable.import > id);
  if (laterImports.length > 0 && !andLater) throw importNotLast(id, laterImports);
  const outdated = imports.find(({ before }) => before === null);
  if (outdated) throw importTooOld(outdated);
  return imports;
}

function importNotLast(id: number, laterImports: readonly UndoableImport[]): PortraitError {
  const names = laterImports.slice(0, 5).map((undoable) => `${undoable.import} (${undoable.file})`);
  const more = laterImports.length > 5 ? ` and ${laterImports.length - 5} more` : '';
  return new PortraitError({
    code: 'IMPORT_NOT_LAST',
    message: `Later imports depend on import ${id}: ${names.join(', ')}${more}.`,
    hint: 'Undo the later imports first, or undo all of them together.',
    details: {
      import: id,
      later: laterImports.map((undoable) => undoable.import),
      files: names,
      count: laterImports.length,
    },
  });
}

function importTooOld({ import: id, file }: UndoableImport): PortraitError {
  return new PortraitError({
    code: 'IMPORT_TOO_OLD',
    message: `Import ${id} (${file}) was made by an earlier version of Portrait, which did not save what undoing requires.`,
    hint: 'Create a new workspace and import the files that you want to keep.',
    details: { import: id, file },
  });
}
