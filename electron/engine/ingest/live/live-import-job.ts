import { createReadStream, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Parsed } from '../../../../shared/contract/index.ts';
import type { ImportResult } from '../../../../shared/contract/ingest.ts';
import type { JobFunction } from '../../jobs/context.ts';
import { importJob } from '../import-job.ts';
import { liveFolder } from './live-folder.ts';

/**
 * Imports files of messages as one file. The rows are added to the newest import if it has the same name, so that a day
 * of messages is one import. Messages that were imported before, such as by a process that was killed before it
 * deleted their files, are duplicates by their id.
 */
export const liveImportJob: JobFunction<Parsed<'live.import'>, ImportResult> = async (
  { files, name, users },
  context,
) => {
  const file = join(liveFolder(context.workspace.path), name);
  try {
    const joined = await open(file, 'w');
    try {
      for (const part of files) await joined.writeFile(createReadStream(part));
    } finally {
      await joined.close();
    }
    const privacy = { userId: users, anonymousId: users };
    return await importJob({ files: [{ file, preset: 'segment', privacy }], continues: true }, context);
  } finally {
    rmSync(file, { force: true });
  }
};
