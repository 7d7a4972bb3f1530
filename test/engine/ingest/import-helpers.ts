import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ImportRequest, importJob } from '../../../electron/engine/ingest/import-job.ts';
import type { JobContext } from '../../../electron/engine/jobs/context.ts';
import { rejectedRows } from '../../../electron/engine/store/imports/rejected-rows.ts';
import type { OpenWorkspace } from '../../../electron/engine/store/workspace.ts';
import type { ImportFile } from '../../../shared/contract/import-file.ts';
import type { ImportResult } from '../../../shared/contract/ingest.ts';
import { rejectionText } from '../../../shared/texts/rejection-text.ts';

export function jobContext(workspace: OpenWorkspace, changes: Partial<JobContext> = {}): JobContext {
  const nothing = () => {};
  return {
    workspace,
    progress: nothing,
    showLayout: nothing,
    log: nothing,
    saveResumeState: nothing,
    resumeState: {},
    checkCancelled: nothing,
    ...changes,
  };
}

/** Imports files, given by their path or with options. */
export function importFiles(
  workspace: OpenWorkspace,
  files: readonly (string | ImportFile)[],
  options: Omit<ImportRequest, 'files'> = {},
): Promise<ImportResult> {
  const requests = files.map((file) => (typeof file === 'string' ? { file } : file));
  return importJob({ ...options, files: requests }, jobContext(workspace));
}

/** Writes a file into the workspace's folder and returns its path. */
export function fileWith(workspace: OpenWorkspace, content: string | Uint8Array, name = 'export.csv'): string {
  const path = join(workspace.path, name);
  writeFileSync(path, content);
  return path;
}

/** The events of the readable view, in order, as plain rows. */
export function namedEvents({ db }: OpenWorkspace, columns: string): unknown[][] {
  return db.prepare<[], unknown[]>(`SELECT ${columns} FROM events_named ORDER BY user, time`).raw().all();
}

export function queryScalar({ db }: OpenWorkspace, sql: string): unknown {
  return db.prepare(sql).pluck().get();
}

/** Rows rejected by the latest import, as `line: reason` in English. */
export function rejectedLines(workspace: OpenWorkspace): string[] {
  const last = Number(queryScalar(workspace, 'SELECT max(id) FROM imports'));
  return rejectedRows(workspace.db, last, 0, 1000).rows.map(({ line, reason }) => `${line}: ${rejectionText(reason)}`);
}
