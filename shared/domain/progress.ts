import { z } from 'zod';

/** Stage of a job. */
export const Stage = z.enum([
  'sample.generate',
  'import.open',
  'import.read',
  'import.describe',
  'import.clean',
  'import.write',
  'import.undo',
  'train.estimate',
  'train.search',
  'train.steps',
  'finetune.linear',
  'finetune.models',
  'finetune.score',
  'evaluate.users',
  'evaluate.baselines',
  'profile.users',
  'profile.probes',
  'map.neighbours',
  'map.layout',
  'explain.words',
  'brief.groups',
  'value.fit',
  'workspace.backUp',
  'workspace.check',
  'other',
]);
export type Stage = z.infer<typeof Stage>;

/** Unit in which the progress of a stage is counted. */
export const Unit = z.enum([
  'seconds',
  'rows',
  'bytes',
  'steps',
  'users',
  'events',
  'epochs',
  'words',
  'targets',
  'baselines',
  'splits',
  'runs',
  'groups',
]);
export type Unit = z.infer<typeof Unit>;

/** Live metric of a job; a validation metric has the name that it has in evaluations. */
export type LiveFigure =
  | 'loss'
  | 'epoch'
  | 'rate'
  | 'eventsPerSecond'
  | 'tokensPerSecond'
  | 'trial'
  | 'best'
  | 'evaluated'
  | 'accuracy'
  | 'linearAccuracy'
  | `validation.${string}`;
export type LiveFigures = Readonly<Partial<Record<LiveFigure, number>>>;
