import { FinetuneConfig } from '../../shared/domain/finetune-config.ts';

export type FinetuneField = keyof FinetuneConfig;

/** Fine-tuning settings in display order. */
export const finetuneFields: readonly FinetuneField[] = [
  'folds',
  'cuts',
  'epochs',
  'patience',
  'batchSize',
  'learningRate',
  'weightDecay',
  'dropout',
  'hidden',
  'frozen',
  'history',
  'validationShare',
  'members',
  'averaging',
  'seed',
  'workers',
  'classWeights',
  'calibration',
  'counts',
];

/** Settings with a fixed set of choices, and those choices. */
export const finetuneChoices = {
  classWeights: FinetuneConfig.shape.classWeights.unwrap().options,
  calibration: FinetuneConfig.shape.calibration.unwrap().options,
} as const;

export const isFinetuneChoice = (field: FinetuneField): field is keyof typeof finetuneChoices =>
  Object.hasOwn(finetuneChoices, field);

/** Returns the settings whose values the engine rejects. */
export function invalidFields(config: FinetuneConfig): FinetuneField[] {
  const paths = FinetuneConfig.safeParse(config).error?.issues.map(({ path }) => path[0]) ?? [];
  return finetuneFields.filter((field) => paths.includes(field));
}
