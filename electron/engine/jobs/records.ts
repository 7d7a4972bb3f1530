import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { jobTraits } from '../../../shared/contract/index.ts';
import { Job } from '../../../shared/contract/jobs.ts';
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
  remembered: z.record(z.string(), z.string()),
  output: z.unknown(),
});
export type JobRecord = z.infer<typeof JobRecord>;

const folderOf = (workspace: string, id: string) => join(jobFolder(workspace), id);

export function saveRecord(workspace: string, { job, input, remembered, output }: JobRecord): void {
  const folder = folderOf(workspace, job.id);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'job.json');
  const savedOutput = jobTraits(job.kind).storesOutput === false ? null : output;
  writeFileAtomic(file, JSON.stringify({ job, input, remembered, output: savedOutput }, withoutTypedArrays, 2));
}

export function appendLog(workspace: string, id: string, line: string): void {
  mkdirSync(folderOf(workspace, id), { recursive: true });
  appendFileSync(join(folderOf(workspace, id), 'log.txt'), `${new Date().toISOString()} ${line}\n`);
}

export function readLog(workspace: string, id: string): string[] {
  const file = join(folderOf(workspace, id), 'log.txt');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
}

/** Loads all jobs of a workspace, oldest first; skips records that cannot be read. */
export function loadRecords(workspace: string): JobRecord[] {
  const folder = jobFolder(workspace);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((id) => readRecord(join(folder, id, 'job.json')))
    .sort((a, b) => a.job.started - b.job.started);
}

function readRecord(file: string): JobRecord[] {
  try {
    const record = JobRecord.parse(JSON.parse(readFileSync(file, 'utf8')));
    return [{ ...record, job: { ...record.job, kind: currentKind(record.job.kind) } }];
  } catch {
    return [];
  }
}

/** Large results (attention, map columns) are kept in memory only; the record stores just their size. */
function withoutTypedArrays(_key: string, value: unknown): unknown {
  return ArrayBuffer.isView(value) ? `${value.constructor.name}(${value.byteLength} bytes)` : value;
}
