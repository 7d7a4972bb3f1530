import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { JobFunction } from '../jobs/context.ts';
import { backends, startBackend } from '../model/backends/index.ts';
import { readDataset } from './dataset.ts';
import { measureTraining } from './measure-training.ts';

/** Takes some steps of a training that is thrown away, and asks its validation once. */
export const estimateJob: JobFunction<Parsed<'train.estimate'>, Output<'train.estimate'>> = async (
  { config },
  context,
) => {
  const { name } = await startBackend();
  const settings = TrainConfig.parse(config);
  const dataset = readDataset(context.workspace.db, settings);
  const measured = await measureTraining(dataset, settings, context);
  const memory = backends[name].memory();
  return { ...measured, memory, ...lengthOf(settings, measured.secondsPerEpoch) };
};

/** Epochs end before the minutes do, or the minutes during an epoch, which is learnt to its end. */
export function lengthOf({ epochs, minutes }: Pick<TrainConfig, 'epochs' | 'minutes'>, secondsPerEpoch: number) {
  const seconds = epochs * secondsPerEpoch;
  if (minutes === 0 || seconds <= 60 * minutes) return { epochs, seconds, endedBy: 'epochs' as const };
  const begun = Math.ceil((60 * minutes) / secondsPerEpoch);
  return { epochs: begun, seconds: begun * secondsPerEpoch, endedBy: 'minutes' as const };
}
