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
  { workspace: { db }, resumeState }: JobContext,
): Promise<BriefModel | { readonly reason: Omission['reason'] }> {
  if (size.items === 0) return { reason: 'no-items' };
  if (size.users < FEWEST_USERS) return { reason: 'few-users' };
  if (usersWithItems(db) < FEWEST_USERS) return { reason: 'single-events' };
  const earlier = input.files.length > 0 || resumeState.run !== undefined ? undefined : runOfSameData(db);
  if (earlier) return { run: earlier, reused: true };
  const trained = await resultOrReason(() =>
    progression.run('train', (part) => trainJob({ config: modelSettings(input, size) }, part)),
  );
  return 'reason' in trained ? trained : { run: getRun(db, trained.run), reused: false };
}

/**
 * Evaluates a run unless it has been evaluated. Returns the run with its evaluation, or the reason why it cannot be
 * evaluated.
 */
export async function evaluationStage(
  run: RunRow,
  progression: Progression,
  { workspace: { db } }: JobContext,
): Promise<RunRow | { readonly reason: Omission['reason'] }> {
  if (run.evaluation) return run;
  const input: Parsed<'train.evaluate'> = { run: run.id, ranked: 'new', users: 20_000, baselineSeconds: 30 };
  const evaluated = await resultOrReason(() => progression.run('evaluate', (part) => evaluateJob(input, part)));
  return 'reason' in evaluated ? evaluated : getRun(db, run.id);
}

/** Returns the newest run on behaviour if it was trained on the current data. */
function runOfSameData(db: JobContext['workspace']['db']): RunRow | undefined {
  const newest = listRuns(db).find(({ kind }) => kind === 'behaviour');
  if (!newest) return undefined;
  const { histories } = readDataset(db, TrainConfig.parse(runConfig(db, newest.id)));
  return newest.data === dataHash(db, histories) ? newest : undefined;
}
