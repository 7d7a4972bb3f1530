import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { FileResult } from '../../../shared/contract/ingest.ts';
import { addImport, addRejected, finishImport } from '../store/imports.ts';
import { writeAttributes } from './attributes.ts';
import { addNames } from './dictionaries.ts';
import type { Duck } from './duck.ts';
import { addItems } from './items.ts';
import type { Loaded } from './load-file.ts';
import { writeEvents } from './write-events.ts';

interface Options {
  readonly synthetic: boolean;
  /** Seconds since the import began. */
  seconds(): number;
  progress(rows: number, total: number): void;
}

/** Puts a loaded file into the store, within the caller's transaction. */
export async function writeFile(duck: Duck, db: Database, loaded: Loaded, options: Options): Promise<FileResult> {
  const { inspection, staged, repeats, zone, sha256 } = loaded;
  const { kind, mapping, preset } = inspection;
  const { timeKind } = staged;
  const file = basename(inspection.file);
  // Items first: what they rest upon is what earlier imports said, not this one.
  await addItems(duck, db, staged, kind);
  const record = { file, sha256, kind, timeKind, mapping, preset, zone, repeats, synthetic: options.synthetic };
  const id = addImport(db, record);
  addRejected(db, id, loaded.rejected);
  if (staged.fields.has('user')) await addNames(duck, db, 'users', staged.table, 'user');
  if (staged.fields.has('action') && kind === 'events') await addNames(duck, db, 'actions', staged.table, 'action');
  await writeAttributes(duck, db, staged);
  const usable = staged.rows - staged.bad;
  const written =
    kind === 'events'
      ? await writeEvents(duck, db, staged, {
          import: id,
          repeats,
          progress: (rows) => options.progress(rows, usable),
        })
      : { events: 0, duplicates: 0 };
  const counts = {
    rows: usable + loaded.rejectedCount,
    ...written,
    rejected: loaded.rejectedCount,
    described: kind === 'events' ? 0 : usable,
  };
  assertComplete(counts);
  finishImport(db, id, { ...counts, seconds: options.seconds() });
  return { ...counts, file: inspection.file, import: id, kind, timeKind, preset, mapping, repeats };
}

/** Every row is accounted for, or the import is undone. */
function assertComplete(counts: Pick<FileResult, 'rows' | 'events' | 'duplicates' | 'rejected' | 'described'>): void {
  const { rows, events, duplicates, rejected, described } = counts;
  if (rows !== events + duplicates + rejected + described) {
    throw new Error(`of ${rows} rows, ${events} + ${duplicates} + ${rejected} + ${described} are accounted for`);
  }
}
