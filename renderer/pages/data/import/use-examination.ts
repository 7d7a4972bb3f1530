import { useEffect } from 'react';
import type { Examination } from '../../../../shared/contract/examine.ts';
import type { Job } from '../../../../shared/contract/jobs.ts';
import { isActive, useJobs } from '../../../engine/jobs-store.ts';
import { useJobResult } from '../../../engine/use-job.ts';
import { useExaminationStore } from './examination-store.ts';
import { keyOf, requestOf, useImportFiles } from './import-files.ts';

interface ExaminationState {
  job: Job | undefined;
  active: boolean;
  /** What the doctor said last, also of an older request. */
  result: Examination | null;
  /** Whether it was said of what would be imported now. */
  current: boolean;
  error: unknown;
  start(): void;
}

/** What the doctor says of what is about to be imported. */
export function useExamination(): ExaminationState {
  const { files, cleaning } = useImportFiles();
  const { job: id, request, last, error, start } = useExaminationStore();
  const job = useJobs((state) => (id === null ? undefined : state.byId[id]));
  const result = useJobResult('ingest.examine', job);
  useEffect(() => {
    if (result) useExaminationStore.setState({ last: result });
  }, [result]);
  const wanted = requestOf({ files, cleaning });
  return {
    job,
    active: error === null && request !== null && (job === undefined || isActive(job)),
    result: result ?? last,
    current: JSON.stringify(wanted) === JSON.stringify(request),
    error,
    start: () => void start(wanted),
  };
}

/** Has files examined once as soon as they are ready, where that takes no long while. */
export function useFirstExamination(ready: boolean, bytes: number): void {
  const { files, cleaning } = useImportFiles();
  const { request, start } = useExaminationStore();
  const names = (of: typeof files) => of.map(keyOf).join('\n');
  const isNew = request === null || names(request.files) !== names(files);
  useEffect(() => {
    if (ready && isNew && bytes <= QUICK) void start(requestOf({ files, cleaning }));
  }, [ready, isNew, bytes, files, cleaning, start]);
}

/** Up to how many bytes an examination starts by itself. */
export const QUICK = 200e6;
