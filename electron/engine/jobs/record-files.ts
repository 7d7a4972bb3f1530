import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isId } from '../../../shared/contract/ids.ts';
import { isJobKind, jobTraits } from '../../../shared/contract/index.ts';
import { Job } from '../../../shared/contract/jobs.ts';
import { appendText } from '../files/append-text.ts';
import { writeFileAtomic } from '../files/write-file-atomic.ts';
import { jobFolder } from '../store/workspace.ts';
import { currentKind } from './renamed-kinds.ts';

/**
 * Jobs are stored as plain files, `jobs/<id>/job.json` and `log.txt`, rather than in the database, so that a job's
 * progress can be written while another job holds the database's write lock.
 */
const JobRecord = z.object({
  job: Job,
  input: z.unknown(),
  /** State that the job's function has saved so that it can be resumed. */
  resumeState: z.record(z.string(), z.string()),
  output: z.unknown(),
});
export type JobRecord = z.infer<typeof JobRecord>;

/** Record of an earlier version, which called the resume state `remembered`. */
const EarlierRecord = JobRecord.omit({ resumeState: true })
  .extend({ remembered: JobRecord.shape.resumeState })
  .transform(({ remembered, ...record }): JobRecord => ({ ...record, resumeState: remembered }));

const folderOf = (workspace: string, id: string) => join(jobFolder(workspace), id);

export function saveRecord(workspace: string, { job, input, resumeState, output }: JobRecord): void {
  const file = join(makeFolder(workspace, job.id), 'job.json');
  const savedOutput = jobTraits(job.kind).storesOutput === false ? null : output;
  writeFileAtomic(file, JSON.stringify({ job, input, resumeState, output: savedOutput }, withoutTypedArrays, 2));
}

/** Deletes the record and the log of a job. */
export function deleteRecord(workspace: string, id: string): void {
  rmSync(folderOf(workspace, id), { recursive: true, force: true });
}

export function appendLog(workspace: string, id: string, lines: readonly string[]): void {
  appendText(join(makeFolder(workspace, id), 'log.txt'), lines.map((line) => `${line}\n`).join(''));
}

/** Creates the folder of a job, but not that of the workspace, which may have been moved. */
function makeFolder(workspace: string, id: string): string {
  const folder = folderOf(workspace, id);
  if (!existsSync(folder)) mkdirSync(folder);
  return folder;
}

export function readLog(workspace: string, id: string): string[] {
  const file = join(folderOf(workspace, id), 'log.txt');
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
}

/**
 * Loads all jobs of a workspace, oldest first. Skips folders without a record, and passes the error of a record that
 * cannot be read, or whose id is not the name of its folder, to `onIgnored`.
 */
export function loadRecords(workspace: string, onIgnored: (error: unknown) => void): JobRecord[] {
  const folder = jobFolder(workspace);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((id) => {
      try {
        return existsSync(join(folder, id, 'job.json')) ? [readRecord(workspace, id)] : [];
      } catch (error) {
        onIgnored(error);
        return [];
      }
    })
    .sort((a, b) => a.job.started - b.job.started);
}

function readRecord(workspace: string, id: string): JobRecord {
  const stored = z.union([JobRecord, EarlierRecord]);
  const record = stored.parse(JSON.parse(readFileSync(join(folderOf(workspace, id), 'job.json'), 'utf8')));
  if (!isId('job', id) || record.job.id !== id) throw new Error('a job record lies in the folder of another job');
  const kind = currentKind(record.job.kind);
  const resumable = record.job.resumable && isJobKind(kind);
  return { ...record, job: { ...record.job, kind, resumable } };
}

/** Large results (attention, map columns) are kept in memory only; the record stores just their size. */
function withoutTypedArrays(_key: string, value: unknown): unknown {
  return ArrayBuffer.isView(value) ? `${value.constructor.name}(${value.byteLength} bytes)` : value;
}
