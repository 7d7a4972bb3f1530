import type { Output } from '../../shared/contract/index.ts';
import { ratingPreset, textPreset } from '../../shared/domain/text-presets.ts';
import type { TrainConfig } from '../../shared/domain/train-config.ts';
import { type DataSize, TrainPreset, trainPreset } from '../../shared/domain/train-presets.ts';
import { type Field, groups } from '../training/settings.ts';

type Preset = Readonly<Partial<Record<Field, TrainConfig[Field]>>>;
type RunDetail = Pick<Output<'train.run'>, 'config'> & { run: Pick<Output<'train.run'>['run'], 'kind' | 'rating'> };

export interface PresetDifference {
  /** The preset that the settings are closest to. */
  preset: TrainPreset;
  /** Settings of the run that differ from it, with the value that the preset has. */
  changes: readonly { field: Field; value: TrainConfig[Field] }[];
}

/**
 * Returns how the settings of a run differ from the preset that is closest for the current data. Settings that a preset
 * does not specify are not compared.
 */
export function presetDifference({ run, config }: RunDetail, data: DataSize): PresetDifference {
  const differences = TrainPreset.options.map((preset): PresetDifference => {
    const values = presetValues(preset, run, data);
    const changes = Object.values(groups)
      .flat()
      .flatMap((field) => {
        const value = values[field];
        return value === undefined || String(value) === String(config[field]) ? [] : [{ field, value }];
      });
    return { preset, changes };
  });
  return differences.reduce((best, other) => (other.changes.length < best.changes.length ? other : best));
}

function presetValues(preset: TrainPreset, { kind, rating }: RunDetail['run'], data: DataSize): Preset {
  if (kind === 'behaviour') return trainPreset(preset, data);
  if (!rating) return textPreset(preset);
  const { epochs, batchSize, learningRate } = ratingPreset(preset, rating.texts);
  return { epochs, batchSize, learningRate };
}
