import type { Drawn } from '../../../../shared/domain/search-ranges.ts';
import type { TrainConfig } from '../../../../shared/domain/train-config.ts';
import { CANCELLED, PortraitError } from '../../../../shared/errors.ts';
import type { JobContext } from '../../jobs/context.ts';
import { readCurve } from '../../runs/curve.ts';
import { hasConfig, readRunConfig, writeRunConfig } from '../../runs/run-files.ts';
import type { Dataset } from '../dataset.ts';
import { configureFor, parametersOf } from '../new-run.ts';
import { learn } from '../run-training.ts';
import type { TrialLine } from './search-files.ts';

/** A trial: a run whose folder lies in the search's, and which the store does not know. */
export interface Trial {
  readonly run: string;
  readonly trial: number;
  readonly settings: Drawn;
  readonly config: TrainConfig;
}

/** How far a trial is to be trained now. */
export interface Until {
  readonly epoch: number;
  /** Minutes of its own that end it, those before counted; 0 for no limit. */
  readonly minutes: number;
  /** Asked after each step: whether an epoch that has ended must be enough. */
  outOfTime(): boolean;
}

type Outcome = Omit<TrialLine, 'spent'>;

/** Trains a trial on from where it stands. A training that fails is an outcome too: only a cancelled job and a bug throw. */
export async function trainTrial(
  of: Trial,
  dataset: Dataset,
  data: string,
  until: Until,
  context: JobContext,
): Promise<Outcome> {
  const { trial, settings, run } = of;
  const { path } = context.workspace;
  try {
    const { vocabulary, ...begun } = hasConfig(path, run)
      ? readRunConfig(path, run)
      : configureFor(context.workspace.db, of.config, dataset, data);
    const config = { ...begun, train: { ...begun.train, minutes: until.minutes } };
    writeRunConfig(path, run, config, vocabulary);
    return await learn(
      { id: run, config: { ...config, vocabulary }, dataset },
      context,
      ({ end: { state, endedBy }, weights }) => ({
        trial,
        settings,
        state: endedBy === 'stopped' ? 'running' : 'finished',
        epochs: state.epoch,
        seconds: state.seconds,
        parameters: parametersOf(weights),
        ndcg10: state.bestScore,
        loss: state.bestLoss,
        ...curveOf(path, run),
      }),
      (state) => (state.batch === 0 && state.epoch >= until.epoch) || (state.epoch > 0 && until.outOfTime()),
    );
  } catch (error) {
    if (!(error instanceof PortraitError) || error.code === CANCELLED) throw error;
    context.log(`trial ${trial} failed: ${error.message}`);
    const nothing = { epochs: 0, seconds: 0, parameters: 0, ndcg10: null, loss: null };
    return { trial, settings, state: 'failed', ...nothing, ...curveOf(path, run) };
  }
}

function curveOf(workspace: string, run: string): Pick<TrialLine, 'validationNdcg10' | 'validationLoss'> {
  const curve = readCurve(workspace, run);
  return {
    validationNdcg10: curve.map(({ validation }) => validation['ndcg@10'] ?? null),
    validationLoss: curve.map(({ validationLoss }) => validationLoss),
  };
}
