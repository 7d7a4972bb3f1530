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

/** What a stage of a job is called on a terminal; a stage without a name is called by its key's last part. */
export function stageName(stage: string): string {
  const last = stage.split('.').at(-1) ?? stage;
  return NAMES[stage] ?? last.charAt(0).toUpperCase() + last.slice(1);
}
