/** What the vectors of a model say about users. */
export const quality = {
  title: 'What the vectors say',
  text: 'How well a simple linear model tells attributes, and what users do afterwards, from their vectors alone; beside counts of their events, both together, and vectors of a model without training.',
  start: 'Measure',
  again: 'Measure again',
  none: 'There are no attributes, and no window of time after which to look.',
  table: 'Linear probes',
  target: 'Target',
  users: 'Users',
  features: {
    vector: 'Vectors',
    counts: 'Counts',
    union: 'Both',
    aggregates: 'Aggregates',
    svd: 'SVD of counts',
    random: 'Untrained',
  },
  metrics: { rocAuc: 'ROC-AUC', accuracy: 'Accuracy', spearman: 'Rank correlation' },
  future: {
    returns: 'Returns within {{days}} days',
    buys: 'Buys within {{days}} days',
    spend: 'Money spent within {{days}} days',
  },
  sawFuture:
    'The model was also trained on the events of these days, so its figures are an upper bound. Train on earlier events for a strict test.',
  ownHalf:
    'For {{vector}} of {{users}} users, the later half of their own history is among the ten most similar to the earlier half ({{counts}} by counts).',
  neighbours: {
    category:
      'In the {{days}} days after, the ten most similar users share {{vector}} of their categories with a user ({{counts}} by counts, {{random}} by chance).',
    brand:
      'In the {{days}} days after, the ten most similar users share {{vector}} of their brands with a user ({{counts}} by counts, {{random}} by chance).',
    item: 'In the {{days}} days after, the ten most similar users share {{vector}} of their items with a user ({{counts}} by counts, {{random}} by chance).',
  },
};
