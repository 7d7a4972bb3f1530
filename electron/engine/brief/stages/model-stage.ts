import type { Omission } from '../../../../shared/contract/brief.ts';
import type { Parsed } from '../../../../shared/contract/index.ts';
import type { RunRow } from '../../../../shared/contract/train.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';
import type { DataSize } from '../../../../shared/domain/train-presets.ts';
import { evaluateJob } from '../../evaluate/evaluate-job.ts';
import type { JobContext } from '../../jobs/context.ts';
import { dataHash } from '../../runs/data-hash.ts';
import { usersWithItems } from '../../store/events/active-halves.ts';
import { getRun, listRuns, runConfig } from '../../store/models/runs.ts';
import { readDataset } from '../../train/dataset.ts';
import { trainJob } from '../../train/train-job.ts';
import type { Part } from '../expected-seconds.ts';
import type { Progression } from '../progression.ts';
import { modelSettings } from './model-settings.ts';
import { resultOrReason } from './reason-of.ts';

/** Minimum number of users with at least two events on items for a model to be trained. */
const FEWEST_USERS = 30;

/** The model of a brief; `reused` if it was already trained on the same data. */
export interface BriefModel {
  readonly run: RunRow;
  readonly reused: boolean;
}

/**
 * Trains a model, or reuses the newest one if it was trained on the same data and nothing was imported. Returns the
 * reason if the data does not allow a model. A resumed training continues from its last checkpoint.
 */
export async function trainingStage(
  input: Parsed<'brief.make'>,
  size: DataSize,
  progression: Progression,
  { workspace: { db }, resumeState, saveResumeState }: JobContext,
): Promise<BriefModel | { readonly reason: Omission['reason'] }> {
  const reason = obstacleTo(db, size);
  if (reason !== null) {
    progression.omit(...MODEL_PARTS);
    return { reason };
  }
  const earlier = input.files.length > 0 || resumeState.run !== undefined ? undefined : runOfSameData(db);
  if (earlier) {
    progression.omit('train');
    // A run that the saved state of an active job refers to cannot be deleted.
    saveResumeState({ reused: earlier.id });
    return { run: earlier, reused: true };
  }
  const trained = await resultOrReason(() =>
    progression.run('train', (part) => trainJob({ config: modelSettings(input, size) }, part)),
  );
  if ('run' in trained) return { run: getRun(db, trained.run), reused: false };
  progression.omit(...MODEL_PARTS);
  return trained;
}

/** Parts that require a model. */
const MODEL_PARTS = ['train', 'evaluate', 'profiles', 'map'] as const;

/** Returns the reason why no model can be trained on the data; null if one can. */
function obstacleTo(db: JobContext['workspace']['db'], size: DataSize): Omission['reason'] | null {
  if (size.items === 0) return 'no-items';
  if (size.users < FEWEST_USERS) return 'few-users';
  return usersWithItems(db) < FEWEST_USERS ? 'single-events' : null;
}

/**
 * Evaluates a run unless it has been evaluated. Returns the run with its evaluation, or the reason why it cannot be
 * evaluated.
 */
export async function evaluationStage(
  { run, reused }: BriefModel,
  progression: Progression,
  { workspace: { db } }: JobContext,
): Promise<RunRow | { readonly reason: Omission['reason'] }> {
  if (run.evaluation) {
    skipParts(reused, progression, 'evaluate');
    return run;
  }
  const input: Parsed<'train.evaluate'> = { run: run.id, ranked: 'new', users: 20_000, baselineSeconds: 30 };
  const evaluated = await resultOrReason(() => progression.run('evaluate', (part) => evaluateJob(input, part)));
  return 'reason' in evaluated ? evaluated : getRun(db, run.id);
}

/**
 * Skips parts that are already done: parts of a reused model are omitted from the progress, parts of an earlier attempt
 * count as finished.
 */
export function skipParts(reused: boolean, progression: Progression, ...parts: readonly Part[]): void {
  if (reused) progression.omit(...parts);
  else progression.finish(...parts);
}

/** Returns the newest run on behaviour if it was trained on the current data. */
function runOfSameData(db: JobContext['workspace']['db']): RunRow | undefined {
  const newest = listRuns(db).find(({ kind }) => kind === 'behaviour');
  if (!newest) return undefined;
  const { histories } = readDataset(db, TrainConfig.parse(runConfig(db, newest.id)));
  return newest.data === dataHash(db, histories) ? newest : undefined;
}
