import { TrainConfig } from '../../../shared/domain/train-config.ts';

/** What can be set on the page, in the order it is shown in. */
export const shownFields = [
  ...(['epochs', 'minutes', 'patience', 'width', 'layers', 'heads', 'length'] as const),
  ...(['batchSize', 'learningRate', 'dropout', 'minCount', 'seed'] as const),
] satisfies readonly (keyof TrainConfig)[];

export type ShownField = (typeof shownFields)[number];
export type Settings = Pick<TrainConfig, ShownField>;
export type Effort = 'quick' | 'thorough';

/** What a choice of effort means: quick ends by the clock, thorough when validation no longer improves. */
export function settingsFor(effort: Effort): Settings {
  const defaults = TrainConfig.parse({});
  return effort === 'quick' ? { ...defaults, minutes: 1 } : { ...defaults, epochs: 100, patience: 8 };
}

/** Which field is out of its range or does not fit the others; null where all is well. */
export function wrongField(settings: Settings): ShownField | null {
  const { error } = TrainConfig.partial().safeParse(settings);
  const path = error?.issues[0]?.path[0];
  const field = shownFields.find((name) => name === path);
  if (field) return field;
  return settings.width % settings.heads === 0 ? null : 'heads';
}

/** How much one press of a field's arrow changes it. */
export const stepOf: Partial<Record<ShownField, number>> = { learningRate: 0.0005, dropout: 0.05, width: 8 };
