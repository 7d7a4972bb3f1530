import { expect } from 'vitest';
import type { ImportRequest } from '../../../../electron/engine/ingest/import-job.ts';
import { storeError } from '../../../../electron/engine/store/store-error.ts';
import type { OpenWorkspace } from '../../../../electron/engine/store/workspace.ts';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import type { FileResult, ImportResult } from '../../../../shared/contract/ingest.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { importFiles, queryScalar } from '../import-helpers.ts';
import { dump } from '../undo/dump.ts';

/** Outcome of an import: its result, or the error that the user sees. */
export type Outcome = { readonly result: ImportResult } | { readonly error: PortraitError };

/**
 * Imports a file with arbitrary content and checks the invariants of every import: either the error is an expected one
 * and nothing has changed, or every row is accounted for, in agreement with the database.
 */
export async function importChecked(
  workspace: OpenWorkspace,
  file: ImportFile,
  options: Omit<ImportRequest, 'files'> = {},
): Promise<Outcome> {
  const before = dump(workspace);
  const outcome = await attempt(workspace, () => importFiles(workspace, [file], options));
  if ('error' in outcome || options.dryRun) expect(dump(workspace)).toEqual(before);
  if ('result' in outcome) {
    checkSums(outcome.result);
    if (!options.dryRun) for (const one of outcome.result.files) checkStored(workspace, one);
    const added = outcome.result.events - outcome.result.replaced;
    if (!options.dryRun) expect(eventsIn(workspace)).toBe(before.events!.length + added);
  }
  expect(workspace.db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(workspace.db.pragma('foreign_key_check')).toEqual([]);
  expect(workspace.db.inTransaction).toBe(false);
  return outcome;
}

/** Runs `work`, which may fail; it must throw only errors meant for users. */
export async function attempt<T>(
  { path }: OpenWorkspace,
  work: () => Promise<T>,
): Promise<{ readonly result: T } | { readonly error: PortraitError }> {
  try {
    return { result: await work() };
  } catch (thrown) {
    const error = storeError(thrown, path);
    if (!(error instanceof PortraitError)) throw new Error('an unexpected error', { cause: thrown });
    expect(error.code).toMatch(/^[A-Z][A-Z_]+$/);
    expect(error.hint).not.toBe('');
    expect(`${error.message} ${error.hint}`).not.toMatch(
      /\bat .*\.[jt]s:\d|node_modules|\/temporary\/|opened-\d|undefined|\[object/,
    );
    return { error };
  }
}

function checkSums(result: ImportResult): void {
  for (const counts of [result, ...result.files]) {
    const { rows, events, duplicates, rejected, metadataRows, dropped } = counts;
    expect(events + duplicates + rejected + metadataRows + dropped).toBe(rows);
    for (const count of [rows, events, duplicates, rejected, metadataRows, dropped])
      expect(count).toBeGreaterThanOrEqual(0);
  }
}

/** Checks that the result of a file agrees with the database. */
function checkStored(workspace: OpenWorkspace, file: FileResult): void {
  const of = `import = ${file.import}`;
  expect(queryScalar(workspace, `SELECT count(*) FROM events WHERE ${of}`)).toBe(file.events);
  expect(queryScalar(workspace, `SELECT count(*) FROM rejected_rows WHERE ${of}`)).toBe(file.rejected);
  const { rows, events, rejected, duplicates, metadataRows, dropped, replaced } = file;
  const record = workspace.db
    .prepare(
      'SELECT rows, events, rejected, duplicates, metadata_rows AS metadataRows, dropped, replaced FROM imports WHERE id = ?',
    )
    .get(file.import);
  expect(record).toEqual({ rows, events, rejected, duplicates, metadataRows, dropped, replaced });
}

const eventsIn = (workspace: OpenWorkspace) => queryScalar(workspace, 'SELECT count(*) FROM events');
