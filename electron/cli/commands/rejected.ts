import type { Command } from 'commander';
import { z } from 'zod';
import { importOr } from '../resolve-import.ts';
import { answerIn, type Common } from '../result.ts';
import { count } from '../text.ts';
import { addCommand } from './command.ts';
import { numberOf } from './number-option.ts';

interface Options extends Common {
  import?: number;
  out?: string;
}

export function addRejected(program: Command): void {
  addCommand(program, 'rejected <workspace>', 'write the rows that were set aside, to be corrected and imported again')
    .option('--import <number>', 'of which import (the newest by default)', numberOf(z.int().positive()))
    .option('--out <file>', 'where to (the workspace’s exports folder by default)')
    .action((workspace: string, { out, ...options }: Options) =>
      answerIn(workspace, options, async (session) => {
        const id = await importOr(session, options.import);
        const input = { import: id, ...(out === undefined ? {} : { out }) };
        const done = await session.client.call('ingest.rejectedCsv', input);
        const rest = done.rejected - done.rows;
        const more = rest > 0 ? `\nOf ${count(done.rejected)} rows only these are kept` : '';
        return { json: { import: id, ...done }, text: `Wrote ${count(done.rows)} rows to ${done.file}${more}` };
      }),
    );
}
