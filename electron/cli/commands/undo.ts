import type { Command } from 'commander';
import { z } from 'zod';
import type { UndoResult } from '../../../shared/contract/import-undo.ts';
import { resolveImport } from '../resolve-import.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import { count, duration, paragraphs, table } from '../text.ts';
import { addCommand } from './command.ts';
import { numberParser } from './number-option.ts';

interface Options extends CommonOptions {
  import?: number;
  andLater?: boolean;
}

export function addUndo(program: Command): void {
  addCommand(program, 'undo <workspace>', 'take an import back: the data is as it was before')
    .option('--import <number>', 'which import (the newest by default)', numberParser(z.int().positive()))
    .option('--and-later', 'and all later ones, which rest on it')
    .action((workspace: string, options: Options) =>
      runInWorkspace(workspace, options, async (session) => {
        const id = await resolveImport(session, options.import);
        const result = await session.run('ingest.undo', { import: id, andLater: options.andLater ?? false });
        return { json: { ...result }, text: describe(result) };
      }),
    );
}

function describe({ imports, runs, seconds, ...counts }: UndoResult): string {
  const rows: [string, number][] = [
    ['events gone', counts.events],
    ['events brought back', counts.restored],
    ['users gone', counts.users],
    ['items gone', counts.items],
    ['profiles gone', counts.profiles],
    ['points of maps gone', counts.mapPoints],
    ['members of segments gone', counts.members],
  ];
  return paragraphs(
    `Took back ${imports.map((one) => `import ${one.import} (${one.file})`).join(', ')} in ${duration(seconds)}`,
    table(rows.filter(([, rowCount]) => rowCount > 0).map(([name, rowCount]) => [name, count(rowCount)])),
    runs.length > 0 ? `Trained since, on what is gone: ${runs.join(', ')}. Train again.` : '',
  );
}
