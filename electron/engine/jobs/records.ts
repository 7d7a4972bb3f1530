import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Job } from '../../../shared/contract/jobs.ts';
import { jobFolder } from '../store/workspace.ts';

/**
 * Jobs are kept as plain files, `jobs/<id>/job.json` and `log.txt`, not in the database: a job's progress can then be
 * written down while another job holds the database's only write lock.
 */
const JobRecord = z.object({
  job: Job,
  input: z.unknown(),
  remembered: z.record(z.string(), z.string()),
  output: z.unknown(),
});
export type JobRecord = z.infer<typeof JobRecord>;

/** What an examination shows of files, personal data included, is for the one who asked, and is not kept. */
const UNKEPT = /^ingest\.examine$/;

const folderOf = (workspace: string, id: string) => join(jobFolder(workspace), id);

export function saveRecord(workspace: string, { job, input, remembered, output }: JobRecord): void {
  const folder = folderOf(workspace, job.id);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'job.json');
  const kept = UNKEPT.test(job.kind) ? null : output;
  writeFileSync(`${file}.part`, JSON.stringify({ job, input, remembered, output: kept }, withoutTypedArrays, 2));
  renameSync(`${file}.part`, file);
}

export function appendLog(workspace: string, id: string, line: string): void {
  mkdirSync(folderOf(workspace, id), { recursive: true });
  appendFileSync(join(folderOf(workspace, id), 'log.txt'), `${new Date().toISOString()} ${line}\n`);
}

export function readLog(workspace: string, id: string): string[] {
  const file = join(folderOf(workspace, id), 'log.txt');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
}

/** All jobs of a workspace, oldest first; a record that cannot be read is left out. */
export function loadRecords(workspace: string): JobRecord[] {
  const folder = jobFolder(workspace);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((id) => readRecord(join(folder, id, 'job.json')))
    .sort((a, b) => a.job.started - b.job.started);
}

function readRecord(file: string): JobRecord[] {
  try {
    return [JobRecord.parse(JSON.parse(readFileSync(file, 'utf8')))];
  } catch {
    return [];
  }
}

/** Large results (attention, map columns) are only handed over live; their record keeps how long they were. */
function withoutTypedArrays(_key: string, value: unknown): unknown {
  return ArrayBuffer.isView(value) ? `${value.constructor.name}(${value.byteLength} bytes)` : value;
}
