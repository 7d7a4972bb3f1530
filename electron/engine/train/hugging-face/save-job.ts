import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Output, Parsed } from '../../../../shared/contract/index.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { writingError } from '../../export-file.ts';
import type { JobFunction } from '../../jobs/context.ts';
import { saveBert } from '../../model/hugging-face/save.ts';
import { exportFolder } from '../../store/workspace.ts';
import { readRunToSave } from './read-run.ts';

/**
 * Writes a run as a BERT checkpoint; its folder appears whole or not at all. Throws RUN_NOT_FOUND, NOT_A_BERT, FOLDER_IN_USE,
 * DISK_FULL and CANNOT_WRITE.
 */
export const saveModelJob: JobFunction<Parsed<'model.save'>, Output<'model.save'>> = async ({ run, out }, context) => {
  const folder = out ?? join(exportFolder(context.workspace.path), `${run}-bert`);
  if (existsSync(folder) && readdirSync(folder).length > 0) throw folderInUse(folder);
  const model = readRunToSave(context.workspace, run);
  const draft = join(dirname(folder), `.${basename(folder)}.${process.pid}.partial`);
  try {
    const { padding, architecture } = saveBert(draft, model);
    context.checkCancelled();
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
    return { run, folder, files: readdirSync(folder).sort(), architecture, pieces: model.pieces.length, padding };
  } catch (error) {
    throw writingError(error, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
};

function folderInUse(folder: string): PortraitError {
  return new PortraitError({
    code: 'FOLDER_IN_USE',
    message: `There is something in ${folder} already.`,
    hint: 'Choose another folder, or empty this one.',
    details: { folder },
  });
}
