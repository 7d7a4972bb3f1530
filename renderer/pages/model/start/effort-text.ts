import type { TFunction } from 'i18next';
import { type DataSize, type TrainPreset, trainPreset } from '../../../../shared/domain/train-presets.ts';
import type { Format } from '../../../base/format.ts';

/** Says when a preset stops and how much it reads, and of the thorough one whether its model is larger than the quick one. */
export function effortText(t: TFunction, format: Format, preset: TrainPreset, data: DataSize): string {
  const { minutes, epochs, length, width } = trainPreset(preset, data);
  const limits = t('training.presetLimits', {
    time: format.duration(60 * minutes),
    epochs: format.number(epochs),
    length: format.number(length),
  });
  if (preset === 'quick') return limits;
  const quickWidth = trainPreset('quick', data).width;
  const size = t(width > quickWidth ? 'training.presetSize.larger' : 'training.presetSize.same', {
    width: format.number(width),
    quick: format.number(quickWidth),
  });
  return `${limits} ${size}`;
}
