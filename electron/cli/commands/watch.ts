import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ImportResult } from '../../../shared/contract/ingest.ts';
import type { Job } from '../../../shared/contract/jobs.ts';
import { onInterrupt } from '../interrupt.ts';
import { type CommonOptions, print, type Result, runInWorkspace } from '../result.ts';
import type { Session } from '../session.ts';
import { count, duration } from '../text.ts';
import { visibleText } from '../visible-text.ts';
import { addCommand } from './command.ts';
import { addImportOptions, buildImportInput, type ImportOptions } from './import-options.ts';

export function addWatch(program: Command): void {
  const command = addCommand(
    program,
    'watch <workspace> <folder>',
    'import files automatically as they appear in a folder',
  );
  addImportOptions(command).action((workspace: string, folder: string, options: ImportOptions) =>
    runInWorkspace(workspace, options, (session) => watchUntilStopped(session, resolve(folder), options)),
  );
}

/** Prints each import as it ends (with `--json` one object per line) until Ctrl-C, and returns the totals. */
async function watchUntilStopped(session: Session, folder: string, importOptions: ImportOptions): Promise<Result> {
  const { file: _, inner: _inner, ...options } = buildImportInput([folder], importOptions).files[0]!;
  const stopped = new Promise<void>((done) => onInterrupt(done));
  const totals = { imports: 0, failed: 0, events: 0 };
  session.client.onEvent((event) => {
    if (event.type !== 'job' || event.job.kind !== 'ingest.run') return;
    if (event.job.state === 'failed') {
      totals.failed++;
      printFailure(event.job, importOptions);
    } else if (event.job.state === 'done') {
      void session.client.call('jobs.result', { job: event.job.id }).then(({ output }) => {
        const result = ImportResult.parse(output);
        totals.imports++;
        totals.events += result.events;
        print({ json: { ...result }, text: describe(result) }, importOptions);
      });
    }
  });
  await session.client.call('ingest.watch', { folder, options, keep: false });
  process.stderr.write(`Watching ${folder}. Press Ctrl-C to stop.\n`);
  const { folders } = await session.client.call('ingest.watched', {});
  for (const other of folders.filter(({ waiting }) => waiting))
    process.stderr.write(`Not watched until you watch it yourself, as the workspace was moved: ${other.folder}\n`);
  // The engine's timers are unreferenced and do not keep the process alive.
  const keepAlive = setInterval(() => {}, 60_000);
  await stopped;
  clearInterval(keepAlive);
  const failed = totals.failed > 0 ? `, ${count(totals.failed)} failed` : '';
  return { json: totals, text: `Imported ${count(totals.events)} events in ${count(totals.imports)} imports${failed}` };
}

function describe({ files, events, rows, duplicates, rejected, seconds }: ImportResult): string {
  const names = [...new Set(files.map(({ file }) => file))].join(', ');
  const more = [
    duplicates > 0 ? `${count(duplicates)} duplicates` : '',
    rejected > 0 ? `${count(rejected)} rejected` : '',
  ].filter((part) => part !== '');
  return [`${names}: ${count(events)} events from ${count(rows)} rows`, ...more, duration(seconds)].join(', ');
}

function printFailure({ error }: Job, options: CommonOptions): void {
  if (!error) return;
  const { code, message, hint } = error;
  if (options.json) print({ json: { error: { code, message, hint } }, text: '' }, options);
  else process.stderr.write(`${visibleText(message)}\n${visibleText(hint)}\n`);
}
