/** English texts of the stages of jobs, by the two parts of their code. */
export const stages = {
  sample: { generate: 'Generating the sample shop' },
  import: {
    open: 'Opening files',
    read: 'Reading and validating',
    describe: 'Profiling columns',
    clean: 'Cleaning',
    write: 'Writing events',
    undo: 'Undoing',
  },
  train: { estimate: 'Estimating', search: 'Running trials', steps: 'Training' },
  finetune: { linear: 'Training the linear model', models: 'Fine-tuning', score: 'Scoring users' },
  evaluate: { users: 'Ranking all items', baselines: 'Computing baselines' },
  profile: { users: 'Computing profiles', probes: 'Fitting linear probes' },
  map: { neighbours: 'Finding neighbours', layout: 'Laying out the map' },
  explain: { words: 'Computing word contributions' },
  brief: { groups: 'Describing the groups' },
  value: { fit: 'Fitting models of purchases' },
  workspace: { backUp: 'Copying the database', check: 'Checking the workspace' },
  other: 'Working',
};

/** English texts of the units of progress. */
export const units = {
  seconds: 'seconds',
  rows: 'rows',
  bytes: 'bytes',
  steps: 'steps',
  users: 'users',
  events: 'events',
  epochs: 'epochs',
  words: 'words',
  targets: 'held-out items',
  baselines: 'baselines',
  splits: 'splits',
  runs: 'runs',
  groups: 'groups',
};

/** English texts of the live metrics that a line of progress shows. */
export const figures = {
  loss: 'loss',
  epoch: 'epoch',
  eventsPerSecond: 'events per second',
  trial: 'trial',
  best: 'best NDCG@10',
  evaluated: 'evaluated',
  accuracy: 'accuracy',
  linearAccuracy: 'accuracy of the linear model',
  'validation.ndcg@10': 'validation NDCG@10',
};
