import type { DrawnSettings } from '../../../../shared/domain/search-ranges.ts';
import type { TrainConfig } from '../../../../shared/domain/train-config.ts';
import { CANCELLED, PortraitError } from '../../../../shared/errors.ts';
import type { JobContext } from '../../jobs/context.ts';
import { readCurve } from '../../runs/curve.ts';
import { hasConfig, readRunConfig, writeRunConfig } from '../../runs/run-files.ts';
import { behaviourTraining } from '../behaviours/behaviour-training.ts';
import type { Dataset } from '../dataset.ts';
import { configureFor, parameterCount } from '../new-run.ts';
import { runTraining } from '../run-training.ts';
import type { TrialLine } from './search-files.ts';

/** A trial: a run whose folder is inside the search's folder, and which is not in the store. */
export interface Trial {
  readonly run: string;
  readonly trial: number;
  readonly settings: DrawnSettings;
  readonly config: TrainConfig;
}

/** The point up to which a trial is trained in this stage. */
export interface TrialLimit {
  readonly epoch: number;
  /** Limit of the trial's training time in minutes, earlier stages included; 0 for no limit. */
  readonly minutes: number;
  /** Checked after each step: whether to stop before `epoch`, with at least one epoch completed. */
  outOfTime(): boolean;
}

type Outcome = Omit<TrialLine, 'spent'>;

/** Continues the training of a trial. A failed training is a valid outcome: only a cancelled job and a bug throw. */
export async function trainTrial(
  of: Trial,
  dataset: Dataset,
  data: string,
  limit: TrialLimit,
  context: JobContext,
): Promise<Outcome> {
  const { trial, settings, run } = of;
  const { path } = context.workspace;
  try {
    const { vocabulary, ...baseConfig } = hasConfig(path, run)
      ? readRunConfig(path, run)
      : configureFor(context.workspace.db, of.config, dataset, data);
    const config = { ...baseConfig, train: { ...baseConfig.train, minutes: limit.minutes } };
    writeRunConfig(path, run, config, vocabulary);
    return await runTraining(
      run,
      behaviourTraining(context.workspace.db, { ...config, vocabulary }, dataset),
      context,
      ({ end: { state, endedBy }, weights }) => ({
        trial,
        settings,
        state: endedBy === 'stopped' ? 'running' : 'finished',
        epochs: state.epoch,
        seconds: state.seconds,
        parameters: parameterCount(weights),
        ndcg10: state.bestScore,
        loss: state.bestLoss,
        ...curveOf(path, run),
      }),
      (state) => (state.batch === 0 && state.epoch >= limit.epoch) || (state.epoch > 0 && limit.outOfTime()),
    );
  } catch (error) {
    if (!(error instanceof PortraitError) || error.code === CANCELLED) throw error;
    context.log(`trial ${trial} failed: ${error.message}`);
    const noResult = { epochs: 0, seconds: 0, parameters: 0, ndcg10: null, loss: null };
    return { trial, settings, state: 'failed', ...noResult, ...curveOf(path, run) };
  }
}

function curveOf(workspace: string, run: string): Pick<TrialLine, 'validationNdcg10' | 'validationLoss'> {
  const curve = readCurve(workspace, run);
  return {
    validationNdcg10: curve.map(({ validation }) => validation['ndcg@10'] ?? null),
    validationLoss: curve.map(({ validationLoss }) => validationLoss),
  };
}
