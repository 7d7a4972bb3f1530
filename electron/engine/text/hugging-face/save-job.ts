import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Output, Parsed } from '../../../../shared/contract/index.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { writingError } from '../../files/writing-error.ts';
import { zipFolder } from '../../files/zip-folder.ts';
import type { JobFunction } from '../../jobs/context.ts';
import { saveBert } from '../../model/hugging-face/save.ts';
import { exportFolder } from '../../store/workspace.ts';
import { readRunToSave } from './read-run.ts';

/**
 * Saves a run as a BERT checkpoint, atomically. In the export folder it replaces an earlier checkpoint of the run.
 * Throws RUN_NOT_FOUND, NOT_A_BERT, FOLDER_IN_USE, DISK_FULL, CANNOT_WRITE and ARCHIVE_TOO_LARGE.
 */
export const saveModelJob: JobFunction<Parsed<'model.save'>, Output<'model.save'>> = async (input, context) => {
  const { run, out, zip } = input;
  const destination = out ?? join(exportFolder(context.workspace.path), `${run}-bert${zip ? '.zip' : ''}`);
  if (out !== undefined && existsSync(out) && (zip || readdirSync(out).length > 0)) throw folderInUse(out);
  const model = readRunToSave(context.workspace, run);
  const draft = join(dirname(destination), `.${basename(destination)}.${process.pid}.partial`);
  const packed = `${draft}.zip`;
  try {
    const { padding, architecture } = saveBert(draft, model);
    const files = readdirSync(draft).sort();
    context.checkCancelled();
    if (zip) zipFolder(draft, packed);
    rmSync(destination, { recursive: true, force: true });
    renameSync(zip ? packed : draft, destination);
    return { run, folder: destination, files, architecture, pieces: model.pieces.length, padding };
  } catch (error) {
    throw writingError(error, destination);
  } finally {
    for (const path of [draft, packed]) rmSync(path, { recursive: true, force: true });
  }
};

function folderInUse(folder: string): PortraitError {
  return new PortraitError({
    code: 'FOLDER_IN_USE',
    message: `The folder ${folder} is not empty.`,
    hint: 'Choose another folder, or empty this one.',
    details: { folder },
  });
}
