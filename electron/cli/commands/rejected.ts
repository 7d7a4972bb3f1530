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
}

export function addRejected(program: Command): void {
  addCommand(program, 'rejected <workspace>', 'write the rows that were set aside, to be corrected and imported again')
    .option('--import <number>', 'of which import (the newest by default)', numberParser(z.int().positive()))
    .option('--out <file>', 'where to (the workspace’s exports folder by default)')
    .action((workspace: string, { out, ...options }: Options) =>
      runInWorkspace(workspace, options, async (session) => {
        const id = await resolveImport(session, options.import);
        const input = { import: id, ...(out === undefined ? {} : { out }) };
        const exported = await session.client.call('ingest.rejectedCsv', input);
        const unsavedRows = exported.rejected - exported.rows;
        const more = unsavedRows > 0 ? `\nOf ${count(exported.rejected)} rows only these are kept` : '';
        return {
          json: { import: id, ...exported },
          text: `Wrote ${count(exported.rows)} rows to ${exported.file}${more}`,
        };
      }),
    );
}
