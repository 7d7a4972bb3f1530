import { useEffect } from 'react';
import type { Examination } from '../../../../shared/contract/examine.ts';
import { isActive, type Job } from '../../../../shared/contract/jobs.ts';
import { useJobs } from '../../../engine/jobs-store.ts';
import { useJobResult } from '../../../engine/use-job.ts';
import { useExaminationStore } from './examination-store.ts';
import { keyOf, requestOf, useImportFiles } from './import-files.ts';

interface ExaminationState {
  job: Job | undefined;
  active: boolean;
  /** Last result, possibly of an older request. */
  result: Examination | null;
  /** Whether the last request equals the import as it is planned. */
  current: boolean;
  error: unknown;
  start(): void;
}

/** Returns the state of the examination of the planned import. */
export function useExamination(): ExaminationState {
  const { files, cleaning } = useImportFiles();
  const { job: id, request, lastResult, error, start } = useExaminationStore();
  const job = useJobs((state) => (id === null ? undefined : state.byId[id]));
  const result = useJobResult('ingest.examine', job).data;
  useEffect(() => {
    if (result) useExaminationStore.setState({ lastResult: result });
  }, [result]);
  const currentRequest = requestOf({ files, cleaning });
  return {
    job,
    active: error === null && request !== null && (job === undefined || isActive(job)),
    result: result ?? lastResult,
    current: JSON.stringify(currentRequest) === JSON.stringify(request),
    error,
    start: () => void start(currentRequest),
  };
}

/**
 * Starts an examination once the files are ready, and again when files are added or removed, if they are small enough.
 */
export function useFirstExamination(ready: boolean, bytes: number): void {
  const { files, cleaning } = useImportFiles();
  const { request, start } = useExaminationStore();
  const names = (list: typeof files) => list.map(keyOf).join('\n');
  const isNew = request === null || names(request.files) !== names(files);
  useEffect(() => {
    if (ready && isNew && bytes <= AUTO_EXAMINE_BYTES) void start(requestOf({ files, cleaning }));
  }, [ready, isNew, bytes, files, cleaning, start]);
}

/** Maximum total size in bytes for which an examination starts automatically. */
export const AUTO_EXAMINE_BYTES = 200e6;
