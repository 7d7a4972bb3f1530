import type { TrainSummary } from '../../../shared/contract/train.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { JobContext } from '../jobs/context.ts';
import { startBackend } from '../model/backends/index.ts';
import { dataChanged } from '../runs/data-changed.ts';
import { deleteCheckpoints, hasConfig, nextRun, removeRunFolder, writeWeights } from '../runs/run-files.ts';
import { writeRecord } from '../runs/run-record.ts';
import { insertRun, listRuns } from '../store/models/runs.ts';
import { parameterCount } from './new-run.ts';
import { type RunTraining, runTraining, type TrainingResult } from './run-training.ts';
import { hasCheckpoint, restoreBest } from './trainer/checkpoint.ts';
import type { TrainEnd } from './trainer/trainer.ts';

/** A run to be pre-trained, on behaviours or on texts. */
export interface Pretraining<Example, Inputs> {
  readonly settings: TrainConfig;
  /** Hash and size of the training data. */
  readonly data: Parameters<typeof writeRecord>[3];
  /** Hash of the data that an interrupted run was started on, if it recorded one. */
  readonly savedHash?: string | undefined;
  readonly kind?: 'text';
  /** Command that trains the same run again. */
  readonly command: string;
  /** Saves the configuration of a new run. */
  save(): void;
  training(): RunTraining<Example, Inputs>;
}

/**
 * Pre-trains a run and saves its weights, learning curve, record and its row in the store. `prepare` returns the run of
 * that name, whose configuration is read if it `isSaved` and otherwise created. A training interrupted at any moment
 * resumes from its last checkpoint and produces the same weights; if it has already finished, its summary is returned.
 * One that fails or is cancelled before its first checkpoint leaves nothing.
 * Throws DATA_CHANGED, TRAINING_DIVERGED, THREAD_DIED and what `prepare` throws.
 */
export async function pretrainRun<Example, Inputs>(
  resume: string | undefined,
  context: JobContext,
  prepare: (id: string, isSaved: boolean) => Pretraining<Example, Inputs>,
): Promise<TrainSummary> {
  const { db, path } = context.workspace;
  const { name: backend, description: device } = await startBackend();
  const id = resume ?? context.resumeState.run ?? nextRun(path);
  const existingRun = listRuns(db).find((row) => row.id === id);
  if (existingRun) {
    deleteCheckpoints(path, id);
    return existingRun.summary;
  }
  const isSaved = resume !== undefined || hasConfig(path, id);
  const { settings, data, savedHash = data.hash, kind, command, save, training } = prepare(id, isSaved);
  if (isSaved && savedHash !== data.hash) throw dataChanged(id);
  const finish = ({ end, weights, workers, validate }: TrainingResult) => {
    if (settings.patience > 0) restoreBest(path, id, weights, end.state);
    writeWeights(path, id, weights);
    const parameters = parameterCount(weights);
    const summary = { run: id, backend, device, parameters, ...trainingFigures(end), validation: validate() };
    writeRecord(context.workspace, { ...summary, workers }, settings, data, command);
    insertRun(db, summary, settings, { ...(kind ? { kind } : {}), data: data.hash });
    deleteCheckpoints(path, id);
    return summary;
  };
  try {
    if (!isSaved) {
      context.saveResumeState({ run: id });
      save();
    }
    return await runTraining(id, training(), context, finish);
  } catch (error) {
    if (resume === undefined && !hasCheckpoint(path, id)) {
      removeRunFolder(path, id);
      context.saveResumeState({ run: null });
    }
    throw error;
  }
}

function trainingFigures({ state, endedBy }: TrainEnd) {
  const { step, events, tokens, padding, seconds, epoch, bestEpoch } = state;
  return {
    steps: step,
    events,
    seconds,
    eventsPerSecond: events / seconds,
    tokens,
    tokensPerSecond: tokens / seconds,
    padding: padding / (tokens + padding),
    epochs: epoch,
    bestEpoch,
    endedBy,
  };
}
