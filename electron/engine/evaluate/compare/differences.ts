import type { Comparison } from '../../../../shared/contract/runs.ts';
import type { TrainConfig } from '../../../../shared/domain/train-config.ts';

/** Returns the settings that differ between the configurations, in order of declaration. */
export function differencesOf(configs: readonly Readonly<Partial<TrainConfig>>[]): Comparison['differences'] {
  const settings = [...new Set(configs.flatMap((config) => Object.keys(config)))] as (keyof TrainConfig)[];
  return settings
    .map((setting) => ({ setting, values: configs.map((config) => config[setting] ?? null) }))
    .filter(({ values }) => new Set(values.map((value) => JSON.stringify(value))).size > 1);
}
