import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import type { ImportResult } from '../../../../shared/contract/ingest.ts';
import { testFolder } from '../../../support/folder.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { namedEvents, rejectedLines } from '../import-helpers.ts';
import { importChecked, type Outcome } from './checked-import.ts';

export const HEADER = 'user,time,action,item,price\n';
export const ROWS = 'a,2024-05-01 10:00:00,view,i1,1\nb,2024-05-01 10:00:01,buy,i2,2\n';

/** Writes a file into a folder of its own and returns its path. */
export function nastyFile(content: string | Uint8Array, name = 'nasty.csv'): string {
  const path = join(testFolder(), name);
  writeFileSync(path, content);
  return path;
}

/** Outcome of importing a file into an empty workspace. */
export interface ImportOutcome {
  /** The error code, if the file was refused. */
  readonly code?: string;
  readonly message?: string;
  readonly result?: ImportResult;
  /** Rejected rows, as `line: reason`. */
  readonly aside?: string[];
  /** User, time, item and price of each event. */
  readonly events?: unknown[][];
}

/** Imports a file; afterwards the workspace must be valid, and unchanged if the file was refused. */
export async function importAlone(file: string, options: Omit<ImportFile, 'file'> = {}): Promise<ImportOutcome> {
  const workspace = testWorkspace();
  const outcome: Outcome = await importChecked(workspace, { file, ...options });
  if ('error' in outcome) return { code: outcome.error.code, message: outcome.error.message };
  const events = namedEvents(workspace, 'user, time, item, price');
  return { result: outcome.result, aside: rejectedLines(workspace), events };
}

export async function expectRefused(file: string, code: string): Promise<void> {
  expect(await importAlone(file)).toMatchObject({ code });
}
