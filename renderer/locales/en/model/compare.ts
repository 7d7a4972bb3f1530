/** Runs side by side. */
export const compare = {
  title: 'Runs compared',
  description: 'Which is better, by how much, and what was done differently.',
  otherData: 'Not the same data',
  otherDataText:
    'These runs were trained on different behaviour: a difference may come from the data, not from the settings.',
  unknownDataText: 'Of one of these runs it was not kept which behaviour it saw.',
  pairs: 'Which is better',
  pairsHelp:
    'Both runs were asked for the same hidden item of the same users; the interval tells how far the difference may be chance.',
  pair: 'Runs',
  against: '{{second}} against {{first}}',
  difference: 'NDCG@10',
  interval: '95 % interval around no difference',
  users: 'Users',
  chance: 'May be chance',
  better: '{{run}} is better',
  notBoth: 'Not both judged on the same items',
  metrics: 'Measures',
  curves: 'How they learnt',
  curve: 'Curve',
  axis: 'Over',
  curvesOf: { validationNdcg10: 'NDCG@10', validationLoss: 'Validation loss', trainingLoss: 'Training loss' },
  over: { epochs: 'Epochs', elapsed: 'Seconds' },
  settings: 'Settings that differ',
  sameSettings: 'None: all settings are the same.',
};
