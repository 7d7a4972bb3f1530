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
  addCommand(program, 'undo <workspace>', 'undo an import and restore the data as it was before')
    .option('--import <number>', 'import id (default: the newest)', numberParser(z.int().positive()))
    .option('--and-later', 'also undo all later imports, which depend on it')
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
    ['events removed', counts.events],
    ['events restored', counts.restored],
    ['users removed', counts.users],
    ['items removed', counts.items],
    ['profiles removed', counts.profiles],
    ['scores removed', counts.scores],
    ['map points removed', counts.mapPoints],
    ['segment members removed', counts.members],
  ];
  return paragraphs(
    `Undid ${imports.map((one) => `import ${one.import} (${one.file})`).join(', ')} in ${duration(seconds)}`,
    table(rows.filter(([, rowCount]) => rowCount > 0).map(([name, rowCount]) => [name, count(rowCount)])),
    runs.length > 0 ? `Models trained on removed data: ${runs.join(', ')}. Train again.` : '',
  );
}
