import { join } from 'node:path';
import type { Parsed } from '../../../shared/contract/index.ts';
import { requireReplaceable } from '../files/require-replaceable.ts';
import { writeFileAtomic } from '../files/write-file-atomic.ts';
import { writingError } from '../files/writing-error.ts';
import { briefNotFound, readBrief } from '../store/briefs/briefs.ts';
import { exportFolder, type Workspace } from '../store/workspace.ts';
import { briefHtml } from './page/brief-html.ts';

/** Returns the default path of a saved brief. */
export function briefFileName({ path, db }: Workspace, { brief: id, language }: Parsed<'brief.save'>): string {
  return join(exportFolder(path), `${id ?? readBrief(db, undefined)?.brief ?? 'brief'}-${language}.html`);
}

/** Writes a brief as an HTML file. Throws BRIEF_NOT_FOUND, FILE_EXISTS, DISK_FULL and CANNOT_WRITE. */
export function saveBrief(
  { db }: Workspace,
  { brief: id, language, replace }: Parsed<'brief.save'>,
  file: string,
): void {
  const brief = readBrief(db, id);
  if (!brief) throw briefNotFound(id ?? 'brief-1');
  try {
    if (!replace) requireReplaceable(file, `${file}.manifest.json`, { what: 'brief' });
    writeFileAtomic(file, briefHtml(brief, language));
  } catch (error) {
    throw writingError(error, file);
  }
}
