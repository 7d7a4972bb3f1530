const NAMES: Readonly<Record<string, string>> = {
  'sample.generate': 'Making the sample shop',
  'import.open': 'Opening files',
  'import.read': 'Reading and checking',
  'import.describe': 'Describing columns',
  'import.clean': 'Cleaning',
  'import.write': 'Writing events',
  'import.undo': 'Taking back',
  'train.estimate': 'Measuring',
  'train.search': 'Trying settings',
  'explain.words': 'Leaving out words',
  'train.steps': 'Training',
  'finetune.linear': 'Learning from counts',
  'finetune.heads': 'Fine-tuning',
  'finetune.score': 'Scoring users',
  'evaluate.users': 'Ranking all items',
  'evaluate.baselines': 'Computing baselines',
  'profile.users': 'Computing profiles',
  'map.neighbours': 'Finding neighbours',
  'map.layout': 'Laying out',
};

/** Display name of a job's stage; by default the last part of its key. */
export function stageName(stage: string): string {
  const lastPart = stage.split('.').at(-1) ?? stage;
  return NAMES[stage] ?? lastPart.charAt(0).toUpperCase() + lastPart.slice(1);
}
