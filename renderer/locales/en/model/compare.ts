/** Runs side by side. */
export const compare = {
  title: 'Run comparison',
  description: 'Which run is better, by how much, and which settings differ.',
  otherData: 'Different data',
  otherDataText:
    'These runs were trained on different data. A difference may come from the data rather than the settings.',
  unknownDataText: 'The training data of one of these runs is unknown.',
  pairs: 'Pairwise comparison',
  pairsHelp:
    'The runs of each pair are evaluated on the same held-out items of the same users. If the interval includes 0, the difference is not significant.',
  pair: 'Runs',
  against: '{{second}} vs {{first}}',
  difference: 'NDCG@10',
  interval: '95% confidence interval, centred on no difference',
  users: 'Users',
  chance: 'Not significant',
  better: '{{run}} is better',
  noneComparable: 'These runs were not evaluated on the same test cases',
  someComparable: 'Some of these runs were not evaluated on the same test cases',
  comparableText:
    'Metrics are compared only between runs that rank the same held-out items of the same users. Evaluate the other runs, with the same data split, to compare them too.',
  facts: 'Size and training time',
  metrics: 'Metrics',
  curves: 'Learning curves',
  curve: 'Curve',
  axis: 'X axis',
  curvesOf: { validationNdcg10: 'NDCG@10', validationLoss: 'Validation loss', trainingLoss: 'Training loss' },
  over: { epochs: 'Epochs', elapsed: 'Seconds' },
  settings: 'Differing settings',
  sameSettings: 'All settings are the same.',
};
