import type { OpenWorkspace } from '../../../../electron/engine/store/workspace.ts';
import type { ImportResult } from '../../../../shared/contract/ingest.ts';
import type { Cleaning } from '../../../../shared/domain/cleaning.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles } from '../import-helpers.ts';

/** Imports files with these lines and cleaning steps into a new workspace. */
export async function importCleaned(
  cleaning: Cleaning,
  ...files: readonly (readonly string[])[]
): Promise<{ workspace: OpenWorkspace; result: ImportResult }> {
  const workspace = testWorkspace();
  const paths = files.map((lines, i) => fileWith(workspace, `${lines.join('\n')}\n`, `export-${i + 1}.csv`));
  const requests = paths.map((file) => ({ file, repeats: 'keep' as const }));
  return { workspace, result: await importFiles(workspace, requests, { cleaning }) };
}

/** The time this many seconds after 1 May 2024, as written in exports. */
export const timeAt = (seconds: number) => new Date(Date.UTC(2024, 4, 1) + seconds * 1000).toISOString();
