import type { Command } from 'commander';
import type { FileResult, ImportResult } from '../../../shared/contract/ingest.ts';
import { runInWorkspace } from '../result.ts';
import { count, duration, paragraphs, table } from '../text.ts';
import { addCommand } from './command.ts';
import { addImportOptions, buildImportInput, type ImportOptions } from './import-options.ts';

interface Options extends ImportOptions {
  dryRun?: boolean;
  strict?: boolean;
}

export function addImport(program: Command): void {
  const command = addCommand(program, 'import <workspace> <files...>', 'import files of events, users or items');
  addImportOptions(command)
    .option('--dry-run', 'report what would be imported without saving anything')
    .option('--strict', 'refuse files whose content does not decide how to count or add it up')
    .action((workspace: string, files: string[], { dryRun = false, strict = false, ...options }: Options) =>
      runInWorkspace(workspace, options, async (session) => {
        const result = await session.run('ingest.run', { ...buildImportInput(files, options), dryRun, strict });
        return { json: { ...result }, text: describeImport(result, dryRun) };
      }),
    );
}

function describeImport(result: ImportResult, dryRun: boolean): string {
  const { rows, events, users, items, sessions, seconds } = result;
  return paragraphs(
    `${dryRun ? 'Would import' : 'Imported'} ${count(events)} events from ${count(rows)} rows in ${duration(seconds)}`,
    table(result.files.map(fileRow), ['file', 'kind', 'rows', 'imported', 'duplicates', 'dropped', 'rejected']),
    ...result.skippedTables.map(({ inner, error }) => `Skipped ${inner}: ${error.message}`),
    ...stepsOf(result.files),
    ...privacyOf(result.files),
    `The workspace ${dryRun ? 'would have' : 'has'} ${count(users)} users, ${count(items)} items, ${count(sessions)} sessions`,
  );
}

/** The file's name, and that of the table inside it if it contains several. */
const nameOf = ({ file, source }: FileResult) => (source.inner === null ? file : `${file} (${source.inner})`);

const fileRow = (file: FileResult) => [
  nameOf(file),
  file.preset ? `${file.kind} (${file.preset})` : file.kind,
  ...[file.rows, file.events + file.metadataRows, file.duplicates, file.dropped, file.rejected].map(count),
];

/** Effect of each step on all files together, in order of execution. */
function stepsOf(files: readonly FileResult[]): string[] {
  const totals = new Map<string, { rows: number; leavesOut: boolean }>();
  for (const { step, rows, leavesOut } of files.flatMap(({ steps }) => steps)) {
    totals.set(step, { rows: rows + (totals.get(step)?.rows ?? 0), leavesOut });
  }
  if (totals.size === 0) return [];
  const lines = [...totals].map(([step, { rows, leavesOut }]) => [
    step,
    count(rows),
    leavesOut ? 'dropped' : 'changed',
  ]);
  return [table(lines, ['step', 'rows', ''])];
}

const DONE = { keep: 'kept in plain text', hash: 'hashed', drop: 'dropped' } as const;

function privacyOf(files: readonly FileResult[]): string[] {
  const rows = files.flatMap(({ privacy }) =>
    privacy.map(({ column, kind, choice }) => [column, kind ?? '', DONE[choice]]),
  );
  const different = [...new Map(rows.map((row) => [row.join('\n'), row])).values()];
  return different.length === 0 ? [] : [table(different, ['column', 'looks like', 'privacy'])];
}
