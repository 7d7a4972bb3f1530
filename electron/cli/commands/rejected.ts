import type { Command } from 'commander';
import { z } from 'zod';
import { resolveImport } from '../resolve-import.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import { count } from '../text.ts';
import { addCommand } from './command.ts';
import { numberParser } from './number-option.ts';

interface Options extends CommonOptions {
  import?: number;
  out?: string;
  force?: true;
}

export function addRejected(program: Command): void {
  addCommand(program, 'rejected <workspace>', 'export rejected rows as CSV, to correct and import again')
    .option('--import <number>', 'import id (default: the newest)', numberParser(z.int().positive()))
    .option('--out <file>', 'output file (default: in the workspace’s exports folder)')
    .option('--force', 'replace a file that is not an earlier export of the same thing')
    .action((workspace: string, { out, force, ...options }: Options) =>
      runInWorkspace(workspace, options, async (session) => {
        const id = await resolveImport(session, options.import);
        const input = { import: id, ...(out === undefined ? {} : { out }), replace: force ?? false };
        const exported = await session.client.call('ingest.rejectedCsv', input);
        const unsavedRows = exported.rejected - exported.rows;
        const more = unsavedRows > 0 ? `\nOnly these of ${count(exported.rejected)} rejected rows were kept` : '';
        return {
          json: { import: id, ...exported },
          text: `Wrote ${count(exported.rows)} rows to ${exported.file}${more}`,
        };
      }),
    );
}
