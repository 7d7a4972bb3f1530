import { lstatSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { PortraitError } from '../../../shared/errors.ts';

/** Facts of a manifest that identify the exported object. */
const Subject = z.object({
  what: z.string(),
  segment: z.string().optional(),
  run: z.string().optional(),
  map: z.string().optional(),
  import: z.number().optional(),
});

/**
 * Throws FILE_EXISTS unless a file is an earlier export of the same object, according to its manifest. `facts`: those
 * of the new manifest.
 */
export function requireReplaceable(file: string, manifest: string, facts: Readonly<Record<string, unknown>>): void {
  // A link is replaced, not the file that it leads to.
  if (!isFile(file) || subjectOf(facts) === earlierSubject(file, manifest)) return;
  throw new PortraitError({
    code: 'FILE_EXISTS',
    message: `${file} exists, and is not an earlier export of the same thing.`,
    hint: 'Choose another name, or replace the file with --force.',
    details: { file },
  });
}

/** Whether a path is a regular file: a link may lead anywhere, and a pipe may block forever. */
const isFile = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

function subjectOf(facts: unknown): string | null {
  const { data } = Subject.safeParse(facts);
  return data ? JSON.stringify([data.what, data.segment, data.run, data.map, data.import]) : null;
}

function earlierSubject(file: string, manifest: string): string | null {
  if (!isFile(manifest)) return null;
  try {
    const facts: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
    const { success } = z.object({ file: z.literal(basename(file)) }).safeParse(facts);
    return success ? subjectOf(facts) : null;
  } catch {
    return null;
  }
}
