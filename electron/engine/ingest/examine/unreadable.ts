import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ExaminedFile } from '../../../../shared/contract/examine.ts';
import type { ImportFile, SourceFacts } from '../../../../shared/contract/ingest.ts';
import { CANCELLED, PortraitError } from '../../../../shared/errors.ts';

const AS_IT_IS: SourceFacts = { format: 'text', encoding: 'utf-8', compression: 'none', inner: null };

/** A file that cannot be imported, with the reason as its only problem. Throws on what was not foreseen. */
export function unreadable(request: ImportFile, error: unknown): ExaminedFile {
  if (!(error instanceof PortraitError) || error.code === CANCELLED) throw error;
  const { code, message, hint } = error;
  return {
    file: request.file,
    name: basename(request.file),
    source: AS_IT_IS,
    bytes: statSync(request.file, { throwIfNoEntry: false })?.size ?? 0,
    ...{ kind: 'events', timeKind: 'none', preset: request.preset ?? null, mapping: {} },
    ...{ guesses: [], columns: [], steps: null, report: null },
    problems: [
      {
        code: 'not-importable',
        severity: 'error',
        count: 1,
        facts: { code, message, hint },
        examples: [],
        remedies: [],
      },
    ],
  };
}
