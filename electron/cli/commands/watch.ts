import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ImportResult } from '../../../shared/contract/ingest.ts';
import type { Job } from '../../../shared/contract/jobs.ts';
import { onInterrupt } from '../interrupt.ts';
import { answerIn, type Common, print, type Result } from '../result.ts';
import type { Session } from '../session.ts';
import { count, duration } from '../text.ts';
import { addCommand } from './command.ts';
import { addImportOptions, type ImportOptions, importInput } from './import-options.ts';

export function addWatch(program: Command): void {
  const command = addCommand(program, 'watch <workspace> <folder>', 'import files as they appear in a folder');
  addImportOptions(command).action((workspace: string, folder: string, options: ImportOptions) =>
    answerIn(workspace, options, (session) => watchUntilStopped(session, resolve(folder), options)),
  );
}

/** Prints each import as it ends, with `--json` one object a line, until Ctrl-C; then what was done in all. */
async function watchUntilStopped(session: Session, folder: string, given: ImportOptions): Promise<Result> {
  const { file: _, inner: _inner, ...options } = importInput([folder], given).files[0]!;
  const stopped = new Promise<void>((done) => onInterrupt(done));
  const sum = { imports: 0, failed: 0, events: 0 };
  session.client.onEvent((event) => {
    if (event.type !== 'job' || event.job.kind !== 'ingest.run') return;
    if (event.job.state === 'failed') {
      sum.failed++;
      printFailure(event.job, given);
    } else if (event.job.state === 'done') {
      void session.client.call('jobs.result', { job: event.job.id }).then(({ output }) => {
        const result = ImportResult.parse(output);
        sum.imports++;
        sum.events += result.events;
        print({ json: { ...result }, text: describe(result) }, given);
      });
    }
  });
  await session.client.call('ingest.watch', { folder, options, keep: false });
  process.stderr.write(`Watching ${folder}. Ctrl-C stops.\n`);
  // The engine's own timers keep no process alive.
  const alive = setInterval(() => {}, 60_000);
  await stopped;
  clearInterval(alive);
  const failed = sum.failed > 0 ? `, ${count(sum.failed)} failed` : '';
  return { json: sum, text: `Imported ${count(sum.events)} events in ${count(sum.imports)} imports${failed}` };
}

function describe({ files, events, rows, duplicates, rejected, seconds }: ImportResult): string {
  const names = [...new Set(files.map(({ file }) => file))].join(', ');
  const more = [
    duplicates > 0 ? `${count(duplicates)} repeats` : '',
    rejected > 0 ? `${count(rejected)} rejected` : '',
  ].filter((part) => part !== '');
  return [`${names}: ${count(events)} events of ${count(rows)} rows`, ...more, duration(seconds)].join(', ');
}

function printFailure({ error }: Job, options: Common): void {
  if (!error) return;
  const { code, message, hint } = error;
  if (options.json) print({ json: { error: { code, message, hint } }, text: '' }, options);
  else process.stderr.write(`${message}\n${hint}\n`);
}
