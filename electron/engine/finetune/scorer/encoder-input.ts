import type { Database } from 'better-sqlite3';
import type { FinetuneConfig } from '../../../../shared/domain/finetune-config.ts';
import type { Run } from '../../runs/run-files.ts';
import { encode } from '../../sequence/encode.ts';
import { inSharedMemory } from '../../sequence/shared-behaviours.ts';
import { readHistories } from '../../store/events/histories.ts';
import type { Dataset } from '../../train/dataset.ts';
import type { EncoderInput } from './scorer.ts';

/** Returns a data set as the input of a run's encoder, with the texts of events if its vocabulary has words. */
export function encoderInputOf(
  db: Database,
  { histories }: Dataset,
  run: Omit<Run, 'id'>,
  { history }: Pick<FinetuneConfig, 'history'>,
): EncoderInput {
  const sourceHistories = run.vocabulary.words === null ? histories : readHistories(db, { texts: true });
  return { baseEncoder: run, behaviours: inSharedMemory(encode(sourceHistories, run.vocabulary)), history };
}
