const NAMES: Readonly<Record<string, string>> = {
  'sample.generate': 'Generating the sample shop',
  'import.open': 'Opening files',
  'import.read': 'Reading and validating',
  'import.describe': 'Describing columns',
  'import.clean': 'Cleaning',
  'import.write': 'Writing events',
  'import.undo': 'Undoing',
  'train.estimate': 'Estimating',
  'train.search': 'Running trials',
  'explain.words': 'Computing word effects',
  'train.steps': 'Training',
  'finetune.linear': 'Training the linear model',
  'finetune.models': 'Fine-tuning',
  'finetune.score': 'Scoring users',
  'evaluate.users': 'Ranking all items',
  'evaluate.baselines': 'Computing baselines',
  'profile.users': 'Computing profiles',
  'map.neighbours': 'Finding neighbours',
  'map.layout': 'Computing the layout',
};

/** Display name of a job's stage; by default the last part of its key. */
export function stageName(stage: string): string {
  const lastPart = stage.split('.').at(-1) ?? stage;
  return NAMES[stage] ?? lastPart.charAt(0).toUpperCase() + lastPart.slice(1);
}
