import type { Command } from 'commander';
import type { ImportRecord } from '../../../shared/contract/ingest.ts';
import { answerIn, type Common } from '../result.ts';
import { count, table } from '../text.ts';
import { addCommand } from './command.ts';

export function addImports(program: Command): void {
  addCommand(program, 'imports <workspace>', 'what was imported, the newest first').action(
    (workspace: string, options: Common) =>
      answerIn(workspace, options, async (session) => {
        const { imports } = await session.client.call('ingest.imports', {});
        return { json: { imports }, text: describe(imports) };
      }),
  );
}

function describe(imports: readonly ImportRecord[]): string {
  if (imports.length === 0) return 'Nothing has been imported yet';
  const heads = ['import', 'file', 'kind', 'when', 'rows', 'taken', 'repeats', 'rejected', 'dropped', 'replaced'];
  return table(imports.map(rowOf), heads);
}

const rowOf = (of: ImportRecord) => [
  String(of.import),
  of.file,
  of.preset ? `${of.kind} (${of.preset})` : of.kind,
  new Date(of.imported).toISOString().slice(0, 16).replace('T', ' '),
  ...[of.rows, of.events + of.described, of.duplicates, of.rejected, of.dropped, of.replaced].map(count),
];
