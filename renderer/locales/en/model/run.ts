/** One run: its figures, its evaluation, its record and its checkpoint. */
export const run = {
  profilesDone: 'Computed profiles of {{users}} users.',
  profilesText:
    'A profile is a vector that represents a user. The map and the similarity of users are based on profiles.',
  profilesTitle: 'User profiles',
  toMap: 'Go to map',
  title: 'Evaluation',
  evaluate: 'Evaluate',
  evaluateAgain: 'Evaluate again',
  evaluating: 'The evaluation is running',
  notYetTitle: 'Not evaluated yet',
  notYetText:
    'The last new item of each user is held out. The model and five baselines, from popularity to matrix factorisation, rank all items to predict it. A model is only useful if it beats them.',
  headline: {
    clearly: 'The model beats every baseline',
    maybe: 'The model may beat the best baseline',
    no: 'The model does not beat the best baseline',
    worse: 'The best baseline beats the model',
  },
  evaluatedOn: {
    users: '{{users}} users',
    testCases: '{{testCases}} held-out items of {{users}} users',
  },
  result: {
    new: 'Among {{candidates}} items, the model ranks the held-out one in its top ten for {{model}} of {{evaluatedOn}}; the best baseline, {{rule}}, does so for {{baseline}}.',
    all: 'Among {{candidates}} items, including those the user already had, the model ranks the held-out one in its top ten for {{model}} of {{evaluatedOn}}; the best baseline, {{rule}}, does so for {{baseline}}.',
  },
  significance: {
    clearly:
      'The difference is significant: {{difference}} NDCG@10, a metric that rewards high ranks (95% confidence interval {{low}} to {{high}}).',
    maybe:
      'The difference is not significant: {{difference}} NDCG@10, a metric that rewards high ranks (95% confidence interval {{low}} to {{high}}).',
    no: 'The model is not ahead: {{difference}} NDCG@10, a metric that rewards high ranks (95% confidence interval {{low}} to {{high}}). Its map and profiles would tell little.',
    worse:
      'The baseline is significantly better: {{difference}} NDCG@10 for the model, a metric that rewards high ranks (95% confidence interval {{low}} to {{high}}). Its map and profiles would tell little.',
  },
  fit: {
    underfit: 'It looks underfit: it was still improving when training ended. Train longer.',
    overfit: 'It looks overfit from epoch {{epoch}}. Try more dropout, a smaller model or more users.',
    good: 'It was trained for long enough.',
  },
  model: 'The model',
  blend: 'Blend',
  blendResult: {
    better:
      'A blend of the model and the baselines is significantly better than {{best}} alone: {{difference}} NDCG@10 (95% confidence interval {{low}} to {{high}}).',
    same: 'A blend of the model and the baselines is not significantly different from {{best}} alone: {{difference}} NDCG@10 (95% confidence interval {{low}} to {{high}}).',
    worse:
      'A blend of the model and the baselines is significantly worse than {{best}} alone: {{difference}} NDCG@10 (95% confidence interval {{low}} to {{high}}).',
  },
  bestRanker: { model: 'the model', baseline: 'the best baseline, {{rule}},' },
  baselines: {
    popularity: 'popularity',
    recent: 'recent popularity',
    followers: 'sequential rules',
    neighbours: 'item-kNN',
    factors: 'matrix factorisation',
  },
  shortBaselines: {
    popularity: 'Popularity',
    recent: 'Recent',
    followers: 'Sequential rules',
    neighbours: 'Item-kNN',
    factors: 'Factorisation',
  },
  help: {
    model: 'This run.',
    blend:
      'A weighted sum of the model and the baselines. The weights are fitted to the validation set, separately for less and more active users.',
    popularity: 'The most popular items.',
    recent: 'The most popular items of late.',
    followers: 'Items that followed the user’s last items in the histories of others.',
    neighbours: 'Items chosen by the same users as the user’s own.',
    factors: 'User and item vectors whose product scores an item (implicit ALS).',
  },
  ranker: 'Ranked by',
  table: 'Model and baselines',
  allMeasures: 'All metrics',
  all: 'Show all metrics',
  fewer: 'Show fewer',
  interval: '95% confidence interval, {{low}} to {{high}}',
  tableHelp:
    'The dashed line marks the best baseline. Coverage is the share of items in anyone’s top ten. Popularity is the mean popularity of the recommended items, from 0 (least) to 1 (most); for items that users really chose it is {{taken}}.',
  coverage: 'Coverage',
  popularity: 'Popularity',
  novelty: 'Novelty (bits)',
  skipped: {
    'too-large': '{{rule}} was skipped: it does not fit into memory.',
    'too-slow': '{{rule}} was skipped: it takes too long.',
    'no-times': '{{rule}} was skipped: the data has no times.',
  },
  savedEpoch: 'Epoch used',
  savedEpochHelp: 'The model has the weights of this epoch.',
  bestEpoch: 'Epoch with the lowest loss',
  bestEpochHelp: 'On the validation set.',
  savedEpochLossHelp: 'At the epoch used, in nats.',
  bestLoss: 'Lowest validation loss',
  popularityLoss: 'Popularity loss',
  popularityLossHelp:
    'The loss of a model that only knows how popular each item is. A model with a higher loss has learnt nothing.',
  ranksFile: 'Ranks of each user by the model and the baselines: {{file}} in the workspace.',
};
