import { useEffect } from 'react';
import type { Examination } from '../../../../shared/contract/examine.ts';
import { isActive, type Job } from '../../../../shared/contract/jobs.ts';
import { useJobs } from '../../../engine/jobs-store.ts';
import { useJobResult } from '../../../engine/use-job.ts';
import { useExaminationStore } from './examination-store.ts';
import { haveSameFiles, requestOf, useImportFiles } from './import-files.ts';

interface ExaminationState {
  job: Job | undefined;
  active: boolean;
  /** Last result for the planned files, possibly with other options; null for other files. */
  result: Examination | null;
  /** Whether the last request equals the import as it is planned. */
  current: boolean;
  error: unknown;
  start(): void;
}

/** Returns the state of the examination of the planned import. */
export function useExamination(): ExaminationState {
  const { files, cleaning } = useImportFiles();
  const { job: id, request, last, error, start } = useExaminationStore();
  const startedJob = useJobs((state) => (id === null ? undefined : state.byId[id]));
  const { data } = useJobResult('ingest.examine', startedJob);
  useEffect(() => {
    if (data && request) useExaminationStore.setState({ last: { request, result: data } });
  }, [data, request]);
  const isOfFiles = request !== null && haveSameFiles(request.files, files);
  const job = isOfFiles ? startedJob : undefined;
  const currentRequest = requestOf({ files, cleaning });
  return {
    job,
    active: error === null && isOfFiles && (job === undefined || isActive(job)),
    result: (isOfFiles && data) || (last && haveSameFiles(last.request.files, files) ? last.result : null),
    current: JSON.stringify(currentRequest) === JSON.stringify(request),
    error: isOfFiles ? error : null,
    start: () => void start(currentRequest),
  };
}

/**
 * Starts an examination once the files are ready, and again when files are added or removed, if they are small enough.
 */
export function useFirstExamination(ready: boolean, bytes: number): void {
  const { files, cleaning } = useImportFiles();
  const { request, start } = useExaminationStore();
  const isNew = request === null || !haveSameFiles(request.files, files);
  useEffect(() => {
    if (ready && isNew && bytes <= AUTO_EXAMINE_BYTES) void start(requestOf({ files, cleaning }));
  }, [ready, isNew, bytes, files, cleaning, start]);
}

/** Maximum total size in bytes for which an examination starts automatically. */
export const AUTO_EXAMINE_BYTES = 200e6;
