import { type Command, Option } from 'commander';
import type { FileResult, ImportFile, ImportResult } from '../../../shared/contract/ingest.ts';
import { answerIn, type Common } from '../result.ts';
import { count, duration, paragraphs, table } from '../text.ts';
import { addCommand } from './command.ts';

interface Options extends Common {
  preset?: string;
  map?: string;
  zone?: string;
  repeats?: 'drop' | 'keep';
  dryRun?: boolean;
}

export function addImport(program: Command): void {
  addCommand(program, 'import <workspace> <files...>', 'import files of behaviour, users or items')
    .option('--preset <name>', 'a known kind of export (found out by default)')
    .option('--map <text>', 'which column is which: user=…,time=…,action=…,item=…')
    .option('--zone <zone>', 'zone of times that carry none, such as Asia/Shanghai (UTC by default)')
    .addOption(new Option('--repeats <what>', 'exact repeats of a row').choices(['drop', 'keep']))
    .option('--dry-run', 'say what would be imported, and keep nothing')
    .action((workspace: string, files: string[], options: Options) =>
      answerIn(workspace, options, async (session) => {
        const input = { files: files.map((file) => fileOf(file, options)), dryRun: options.dryRun ?? false };
        const result = await session.run('ingest.run', input);
        return { json: { ...result }, text: describeImport(result, input.dryRun) };
      }),
    );
}

function fileOf(file: string, { preset, map, zone, repeats }: Options): ImportFile {
  return {
    file,
    ...(preset === undefined ? {} : { preset }),
    ...(map === undefined ? {} : { mapping: map }),
    ...(zone === undefined ? {} : { zone }),
    ...(repeats === undefined ? {} : { repeats }),
  };
}

function describeImport(result: ImportResult, dryRun: boolean): string {
  const { rows, events, users, items, sessions, seconds } = result;
  return paragraphs(
    `${dryRun ? 'Would import' : 'Imported'} ${count(events)} events of ${count(rows)} rows in ${duration(seconds)}`,
    table(result.files.map(fileRow), ['file', 'kind', 'rows', 'taken', 'repeats', 'rejected']),
    `The workspace ${dryRun ? 'would have' : 'has'} ${count(users)} users, ${count(items)} items, ${count(sessions)} sessions`,
  );
}

const fileRow = (file: FileResult) => [
  file.file,
  file.preset ? `${file.kind} (${file.preset})` : file.kind,
  ...[file.rows, file.events + file.described, file.duplicates, file.rejected].map(count),
];
