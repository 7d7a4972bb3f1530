import type { Command } from 'commander';
import type { ImportRecord } from '../../../shared/contract/import-records.ts';
import { isoMinute } from '../../../shared/domain/time/local-time.ts';
import type { TimeZone } from '../../../shared/domain/time/time-zone.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import { shownZone } from '../shown-zone.ts';
import { count, table } from '../text.ts';
import { addCommand } from './command.ts';

export function addImports(program: Command): void {
  addCommand(program, 'imports <workspace>', 'list imports, newest first').action(
    (workspace: string, options: CommonOptions) =>
      runInWorkspace(workspace, options, async (session) => {
        const { imports } = await session.client.call('ingest.imports', {});
        return { json: { imports }, text: describe(imports, shownZone(await session.info())) };
      }),
  );
}

function describe(imports: readonly ImportRecord[], zone: TimeZone): string {
  if (imports.length === 0) return 'Nothing has been imported yet';
  const headings = [
    'import',
    'file',
    'kind',
    'date',
    'rows',
    'imported',
    'duplicates',
    'rejected',
    'dropped',
    'replaced',
  ];
  return table(
    imports.map((record) => rowOf(record, zone)),
    headings,
  );
}

const rowOf = (record: ImportRecord, zone: TimeZone) => [
  String(record.import),
  record.file,
  record.preset ? `${record.kind} (${record.preset})` : record.kind,
  isoMinute(zone, record.imported),
  ...[
    record.rows,
    record.events + record.metadataRows,
    record.duplicates,
    record.rejected,
    record.dropped,
    record.replaced,
  ].map(count),
];
