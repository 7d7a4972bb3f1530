import { join } from 'node:path';
import type { RejectedRow } from '../../../../shared/contract/import-rejected.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { rejectionText } from '../../../../shared/texts/rejection-text.ts';
import { hashFile } from '../../files/hash-file.ts';
import type { JobContext } from '../../jobs/context.ts';
import { requireZone } from '../../store/workspace-settings.ts';
import { badRows } from '../check/bad-rows.ts';
import { checkFile } from '../check/check-file.ts';
import type { Inspection } from '../detect/inspect.ts';
import type { InspectedTable } from '../detect/inspected-table.ts';
import { findPlaces, requireFields } from '../detect/mapping-places.ts';
import { fileChanged } from '../open/file-errors.ts';
import type { OpenedTable } from '../open/opened-table.ts';
import { whileUnchanged } from '../open/while-unchanged.ts';
import { maskRows, withholdTexts } from '../privacy/mask.ts';
import { type Privacy, resolvePrivacy } from '../privacy/privacy.ts';
import { type ProtectedRows, protectRows } from '../privacy/protect-rows.ts';
import { awaitBoth } from '../write/await-both.ts';
import type { Repeats } from '../write/deduplicate.ts';
import { requireKey } from '../write/require-key.ts';
import type { DuckDb } from './duckdb.ts';
import { Lookups } from './lookups.ts';
import { isOrderLines } from './orders/order-lines.ts';
import type { CheckedText } from './read-sql.ts';
import { countRepeatedUsers } from './repeated-users.ts';
import { type Staged, stage } from './stage.ts';

/** A file that has been read and validated row by row; nothing of it is in the store yet. */
export interface LoadedFile {
  readonly opened: OpenedTable;
  readonly inspection: Inspection;
  readonly staged: Staged;
  /** Number of users with several different rows in a table of users. */
  readonly repeatedUsers: number;
  /** Its text as DuckDB reads it, without the faulty rows. */
  readonly text: CheckedText;
  readonly sha256: string;
  readonly zone: string;
  readonly repeats: Repeats;
  /** How its personal columns are treated. */
  readonly privacy: Privacy;
  /** Personal data that was masked outside of those columns. */
  readonly masked: Pick<ProtectedRows, 'cells' | 'texts'>;
  readonly rejected: readonly RejectedRow[];
  /** Number of rejected rows, which may exceed the length of `rejected`. */
  readonly rejectedCount: number;
}

/**
 * Reads a file into DuckDB. Throws what `inspect` and `stage` throw, UNKNOWN_ZONE, FILE_CHANGED, PRIVACY_COLUMN_NEEDED,
 * USERS_REPEATED, and NO_ROW_USABLE if no row is valid.
 */
export async function loadFile(
  duck: DuckDb,
  table: InspectedTable,
  number: number,
  context: JobContext,
  lookups = new Lookups(),
): Promise<LoadedFile> {
  const { opened } = table;
  const { request, path } = opened;
  const { zone = 'UTC' } = request;
  requireZone(zone);
  const inspection = table.inspection();
  requireFields(inspection.kind, inspection.layout, inspection);
  findPlaces(inspection);
  const privacy = resolvePrivacy(inspection, request.privacy, context.workspace.db);
  const copy = join(duck.folder, `checked-${number}`);
  const load = async () => {
    const checked = checkFile(opened, inspection.dialect, copy, (bytes) => {
      context.checkCancelled();
      context.progress({ stage: 'import.read', done: bytes, total: inspection.stats.size, unit: 'bytes' });
    });
    if (checked.rows === 0) throw unusable(opened, inspection, checked.rejected[0]);
    const [sha256, staged] = await awaitBoth(
      hashOf(opened, inspection.stats.size, context),
      stage(duck, `file_${number}`, inspection, checked, zone, privacy, lookups, request),
    );
    if (request.key && inspection.kind === 'events') requireKey(request.key, staged);
    if (inspection.layout === 'rows' && staged.rows !== checked.rows) throw fileChanged(request.file);
    const repeatedUsers = await countRepeatedUsers(duck, inspection, staged, opened.name);
    return { checked, sha256, staged, repeatedUsers, bad: await badRows(duck, staged, opened, inspection.dialect) };
  };
  const { checked, sha256, staged, repeatedUsers, bad } = await whileUnchanged(path, load, inspection.stats);
  const masked = await protectRows(duck, staged, inspection, privacy, context.workspace.db);
  const rejected = [
    ...withholdTexts([...opened.rejected, ...checked.rejected], masked.columns),
    ...maskRows(bad, masked.columns, inspection.dialect),
  ].sort((a, b) => a.line - b.line);
  if (staged.bad === staged.rows) throw unusable(opened, inspection, rejected[0]);
  return {
    opened,
    inspection,
    staged,
    repeatedUsers,
    text: checked,
    sha256,
    zone,
    privacy: { ...privacy, columns: masked.columns },
    masked,
    repeats: request.repeats ?? inspection.rules?.repeats ?? (await defaultRepeats(duck, inspection, staged)),
    rejected,
    rejectedCount: opened.rejectedCount + checked.faults + staged.bad,
  };
}

/** Returns the SHA-256 of the original file, which is computed while the table engine reads it. */
async function hashOf({ path, sha256 }: OpenedTable, size: number, context: JobContext): Promise<string> {
  return sha256 ?? (await hashFile(path, { size, onProgress: () => context.checkCancelled() }));
}

/**
 * Returns the default treatment of equal rows: they are the same event if events have an id or a time of day, and may
 * be different ones otherwise. Equal lines of an order are separate purchases.
 */
async function defaultRepeats(duck: DuckDb, inspection: Inspection, staged: Staged): Promise<Repeats> {
  if (staged.fields.has('event_id')) return 'drop';
  if (staged.timeKind !== 'clock') return 'keep';
  return (await isOrderLines(duck, inspection, staged)) ? 'keep' : 'drop';
}

function unusable(
  { name, request }: OpenedTable,
  { columns, rows }: Inspection,
  first: RejectedRow | undefined,
): PortraitError {
  const hint = 'Compare the column mapping and the format with the first rows of the file.';
  const details = { file: request.file, table: name, columns: [...columns] };
  if (!first && rows.length === 0) {
    return new PortraitError({
      code: 'FILE_EMPTY',
      message: `No row of ${name} can be read. It has a header but no rows.`,
      hint,
      details: { ...details, variant: 'no-row' },
    });
  }
  const where = first ? `Line ${first.line}: ${rejectionText(first.reason)}.` : '';
  return new PortraitError({
    code: 'NO_ROW_USABLE',
    message: `No row of ${name} can be read. ${where}`.trimEnd(),
    hint,
    details: { ...details, line: first?.line ?? null, rejection: first?.reason ?? null },
  });
}
