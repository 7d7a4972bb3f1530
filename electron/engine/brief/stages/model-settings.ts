import type { Parsed } from '../../../../shared/contract/index.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';
import { type DataSize, trainPreset } from '../../../../shared/domain/train-presets.ts';

/** Returns the settings of the model that a brief trains on data of this size. */
export function modelSettings(
  { preset, config }: Pick<Parsed<'brief.make'>, 'preset' | 'config'>,
  size: DataSize,
): TrainConfig {
  return TrainConfig.parse({ ...trainPreset(preset, size), ...config });
}
