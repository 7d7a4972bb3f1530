import type { Database } from 'better-sqlite3';
import type { HeadConfig } from '../../../../shared/domain/finetune-config.ts';
import type { Run } from '../../runs/run-files.ts';
import { encode } from '../../sequence/encode.ts';
import { inSharedMemory } from '../../sequence/shared-behaviours.ts';
import { readHistories } from '../../store/events/histories.ts';
import type { Dataset } from '../../train/dataset.ts';
import type { Reading } from './scorer.ts';

/** A data set as a run's encoder reads it; the texts of events too, where it knows words. */
export function readingOf(
  db: Database,
  { histories }: Dataset,
  run: Omit<Run, 'id'>,
  { history }: Pick<HeadConfig, 'history'>,
): Reading {
  const read = run.vocabulary.words === null ? histories : readHistories(db, { texts: true });
  return { start: run, behaviours: inSharedMemory(encode(read, run.vocabulary)), history };
}
