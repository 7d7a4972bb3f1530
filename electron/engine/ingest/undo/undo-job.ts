import type { UndoResult } from '../../../../shared/contract/import-undo.ts';
import type { Parsed } from '../../../../shared/contract/index.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import type { JobFunction } from '../../jobs/context.ts';
import { renewSummary } from '../../store/events/event-summary.ts';
import { importsFrom, type Undoable, undoImport } from '../../store/imports/undo.ts';
import { removeDerivedOfGone, runsSince } from '../../store/imports/undo-derived.ts';
import { stopUndoLog } from '../../store/imports/undo-log.ts';
import { keepUsedIds } from '../../store/imports/used-ids.ts';
import { countRows } from '../../store/names/dictionaries.ts';
import { unchecked } from '../../store/without-foreign-keys.ts';
import { importNotFound } from '../import-not-found.ts';

/**
 * Takes imports back in one transaction. Throws IMPORT_NOT_FOUND, IMPORT_NOT_LAST (details: `later`), IMPORT_TOO_OLD and
 * DISK_FULL.
 */
export const undoJob: JobFunction<Parsed<'ingest.undo'>, UndoResult> = async (input, context) => {
  const start = performance.now();
  const { db } = context.workspace;
  stopUndoLog(db);
  return unchecked(db, true, async () => {
    const imports = undoableFrom(importsFrom(db, input.import), input);
    const total = imports.reduce((sum, { events }) => sum + events, 0);
    const counts = () => ({ users: countRows(db, 'users'), items: countRows(db, 'items') });
    const had = counts();
    keepUsedIds(db);
    let events = 0;
    let restored = 0;
    for (const one of imports) {
      const done = undoImport(db, one, (removed) => {
        context.checkCancelled();
        context.progress({ stage: 'import.undo', done: events + removed, total, unit: 'events' });
      });
      events += done.removed;
      restored += done.restored;
    }
    renewSummary(db);
    const has = counts();
    return {
      imports: imports.map(({ import: id, file }) => ({ import: id, file })),
      events,
      restored,
      users: had.users - has.users,
      items: had.items - has.items,
      ...removeDerivedOfGone(db),
      runs: runsSince(db, imports.at(-1)!.imported),
      seconds: (performance.now() - start) / 1000,
    };
  });
};

function undoableFrom(found: Undoable[], { import: id, andLater }: Parsed<'ingest.undo'>): Undoable[] {
  if (found.at(-1)?.import !== id) throw importNotFound(id);
  const later = found.filter((one) => one.import > id);
  if (later.length > 0 && !andLater) throw notLast(id, later);
  const old = found.find(({ before }) => before === null);
  if (old) throw tooOld(old);
  return found;
}

function notLast(id: number, later: readonly Undoable[]): PortraitError {
  const named = later.slice(0, 5).map((one) => `${one.import} (${one.file})`);
  const more = later.length > 5 ? ` and ${later.length - 5} more` : '';
  return new PortraitError({
    code: 'IMPORT_NOT_LAST',
    message: `Later imports rest on import ${id}: ${named.join(', ')}${more}.`,
    hint: 'Undo the later ones first, or undo it together with them.',
    details: { import: id, later: later.map((one) => one.import) },
  });
}

function tooOld({ import: id, file }: Undoable): PortraitError {
  return new PortraitError({
    code: 'IMPORT_TOO_OLD',
    message: `Import ${id} (${file}) was made by a version of Portrait that did not keep what undoing takes.`,
    hint: 'Make a new workspace and import into it what you want to keep.',
    details: { import: id },
  });
}
