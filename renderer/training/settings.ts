import { FieldNames, Objective, TrainConfig } from '../../shared/domain/train-config.ts';

export type Settings = TrainConfig;

/** Settings shown on the page, by group, in display order. */
export const groups = {
  objective: [
    'objective',
    'loss',
    'negatives',
    'logQ',
    'labelSmoothing',
    'backwards',
    'nextSession',
    'contrast',
    'slices',
    'sliceLength',
  ],
  shape: ['width', 'layers', 'heads', 'length', 'norm', 'head', 'embeddings', 'minCount', 'fields'],
  learning: ['batchSize', 'learningRate', 'warmup', 'decay', 'weightDecay', 'dropout', 'clipNorm', 'seed', 'workers'],
  masking: ['maskShare', 'maskSpan', 'nextShare'],
  stopping: ['epochs', 'minutes', 'patience', 'averaging', 'split', 'heldOut', 'testShare', 'checkpointSteps'],
} as const satisfies Record<string, readonly (keyof TrainConfig)[]>;

export type Group = keyof typeof groups;
export type Field = (typeof groups)[Group][number];

/** Settings with a fixed set of choices, and those choices. */
export const choices = {
  objective: Objective.options,
  loss: TrainConfig.shape.loss.unwrap().options,
  norm: TrainConfig.shape.norm.unwrap().options,
  head: TrainConfig.shape.head.unwrap().options,
  embeddings: TrainConfig.shape.embeddings.unwrap().options,
  decay: TrainConfig.shape.decay.unwrap().options,
  split: TrainConfig.shape.split.unwrap().options,
} as const;

export type Choice = keyof typeof choices;
export const isChoice = (field: Field): field is Choice => Object.hasOwn(choices, field);
export const fieldNames = FieldNames;

/** Whether a setting has an effect given the other settings. */
export function isRelevant(field: Field, { objective, loss, split, contrast }: Settings): boolean {
  switch (field) {
    case 'maskShare':
    case 'maskSpan':
    case 'nextShare':
      return objective === 'masked';
    case 'backwards':
      return objective === 'causal';
    case 'negatives':
    case 'logQ':
      return loss !== 'full';
    case 'slices':
    case 'sliceLength':
      return contrast > 0;
    case 'testShare':
      return split === 'temporal';
    default:
      return true;
  }
}

/** Validation error of a setting: outside its range, invalid, or incompatible with another setting. */
export type SettingIssue =
  | { field: Field; kind: 'least' | 'most'; bound: number }
  | { field: Field; kind: 'none' | 'heads' | 'value' };

/** Returns the first validation error; null if the settings are valid. */
export function firstIssue(settings: Settings): SettingIssue | null {
  const issue = TrainConfig.safeParse(settings).error?.issues[0];
  const field = allFields.find((name) => name === issue?.path[0]);
  if (issue && field) {
    if (issue.code === 'too_small' && issue.origin === 'array') return { field, kind: 'none' };
    if (issue.code === 'too_small') return { field, kind: 'least', bound: Number(issue.minimum) };
    if (issue.code === 'too_big') return { field, kind: 'most', bound: Number(issue.maximum) };
    return { field, kind: 'value' };
  }
  return settings.width % settings.heads === 0 ? null : { field: 'heads', kind: 'heads' };
}

const allFields: readonly Field[] = Object.values(groups).flat();

/** Step size of numeric inputs. */
export const inputSteps: Partial<Record<Field, number>> = {
  learningRate: 0.0005,
  dropout: 0.05,
  width: 8,
  negatives: 128,
  labelSmoothing: 0.05,
  nextSession: 0.1,
  contrast: 0.1,
  warmup: 0.05,
  weightDecay: 0.01,
  maskShare: 0.05,
  maskSpan: 0.5,
  nextShare: 0.1,
  backwards: 0.1,
  testShare: 0.05,
  checkpointSteps: 50,
};

/** Returns the settings that differ from a preset. */
export function changedFields(settings: Settings, preset: Settings): Field[] {
  return allFields.filter((field) => String(settings[field]) !== String(preset[field]));
}
