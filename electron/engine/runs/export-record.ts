import { join } from 'node:path';
import { z } from 'zod';
import { writeJson } from '../files/write-file-atomic.ts';
import { writingError } from '../files/writing-error.ts';
import { getRun } from '../store/models/runs.ts';
import { exportFolder, type Workspace } from '../store/workspace.ts';
import { readCurve } from './curve.ts';
import { readRunFile } from './read-run-file.ts';
import { readRecord } from './run-record.ts';

/**
 * Writes the record of a run, its learning curve, evaluation and vocabulary as one JSON file to the exports. Throws
 * RUN_NOT_FOUND, RECORD_NOT_FOUND, RUN_DAMAGED, DISK_FULL and CANNOT_WRITE.
 */
export function exportRecord({ db, path }: Workspace, run: string): string {
  const { title, note, parent, summary, evaluation, rating } = getRun(db, run);
  const record = readRecord(path, run);
  const vocabulary = readRunFile(path, run, 'vocabulary.json', z.unknown());
  const file = join(exportFolder(path), `${run}-record.json`);
  const curve = readCurve(path, run);
  try {
    writeJson(file, { ...record, title, note, parent, summary, evaluation, rating, curve, vocabulary });
  } catch (error) {
    throw writingError(error, file);
  }
  return file;
}
