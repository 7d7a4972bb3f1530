import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { JobFunction } from '../jobs/context.ts';
import { backends, startBackend } from '../model/backends/index.ts';
import { readDataset } from './dataset.ts';
import { measureTraining } from './measure-training.ts';

/** Runs some training steps, which are discarded, and times one validation. */
export const estimateJob: JobFunction<Parsed<'train.estimate'>, Output<'train.estimate'>> = async (
  { config },
  context,
) => {
  const { name } = await startBackend();
  const settings = TrainConfig.parse(config);
  const dataset = readDataset(context.workspace.db, settings);
  const measurement = await measureTraining(dataset, settings, context);
  const memory = backends[name].memory();
  return { ...measurement, memory, ...trainingLength(settings, measurement.secondsPerEpoch) };
};

/**
 * Estimates whether the epochs or the minutes run out first; an epoch during which the minutes run out is completed.
 */
export function trainingLength({ epochs, minutes }: Pick<TrainConfig, 'epochs' | 'minutes'>, secondsPerEpoch: number) {
  const seconds = epochs * secondsPerEpoch;
  if (minutes === 0 || seconds <= 60 * minutes) return { epochs, seconds, endedBy: 'epochs' as const };
  const startedEpochs = Math.ceil((60 * minutes) / secondsPerEpoch);
  return { epochs: startedEpochs, seconds: startedEpochs * secondsPerEpoch, endedBy: 'minutes' as const };
}
