/** One run: its figures, its evaluation, its record and its checkpoint. */
export const run = {
  profilesDone: 'Profiles of {{users}} users are computed.',
  profilesText: 'A profile is the model’s view of a user in numbers. The map and the likeness of users are made of it.',
  profilesTitle: 'Profiles of users',
  toMap: 'To the map',
  title: 'Is it any good?',
  evaluate: 'Evaluate',
  evaluateAgain: 'Evaluate again',
  notYetTitle: 'Not judged yet',
  notYetText:
    'For each user the last new item is hidden. The model ranks all items for it, and so do five simple rules, from plain popularity to matrix factorisation. Only what beats them has learnt something.',
  headline: {
    clearly: 'The model knows more than every simple rule',
    maybe: 'The model may know more than the simple rules',
    no: 'A simple rule does as well as the model',
    worse: 'A simple rule does better than the model',
  },
  asked: {
    users: '{{users}} users',
    testCases: '{{testCases}} questions about {{users}} users',
  },
  found: {
    new: 'Of {{candidates}} items, the model puts the next one among its first ten for {{model}} of {{asked}}; the best simple rule, {{rule}}, does for {{baseline}}.',
    all: 'Of {{candidates}} items, had before or not, the model puts the next one among its first ten for {{model}} of {{asked}}; the best simple rule, {{rule}}, does for {{baseline}}.',
  },
  sure: {
    clearly:
      'The difference is certain: {{difference}} in NDCG@10, which counts high places more (95 % interval {{low}} to {{high}}).',
    maybe:
      'The difference is not certain: {{difference}} in NDCG@10, but between {{low}} and {{high}} it may be chance.',
    no: 'The model is not ahead: {{difference}} in NDCG@10, which counts high places more (95 % interval {{low}} to {{high}}). Its map and profiles would say little.',
    worse:
      'The rule is surely ahead: {{difference}} for the model in NDCG@10, which counts high places more (95 % interval {{low}} to {{high}}). Its map and profiles would say little.',
  },
  fit: {
    underfit: 'It looks underfit: it was still learning when it stopped. Train longer.',
    overfit:
      'It looks overfit: from epoch {{epoch}} on it learnt its users by heart. More dropout, a smaller model or more users would help.',
    good: 'It was trained for long enough.',
  },
  model: 'The model',
  baselines: {
    popularity: 'popularity',
    recent: 'recent popularity',
    followers: 'what follows the last items',
    neighbours: 'item neighbours',
    factors: 'matrix factorisation',
  },
  shortBaselines: {
    popularity: 'Popularity',
    recent: 'Recent',
    followers: 'Followers',
    neighbours: 'Neighbours',
    factors: 'Factorisation',
  },
  help: {
    model: 'This run.',
    popularity: 'What most users take.',
    recent: 'What most users took lately.',
    followers: 'What others took after the items that the user had last.',
    neighbours: 'What is taken by the same users as the items that the user has.',
    factors: 'Users and items as vectors whose products tell who takes what (implicit ALS).',
  },
  ranker: 'Ranked by',
  table: 'The model beside simple rules',
  allMeasures: 'All measures',
  all: 'Show every figure',
  fewer: 'Show fewer figures',
  interval: '95 % interval, {{low}} to {{high}}',
  tableHelp:
    'The dashed line is the best simple rule. Coverage is the share of items that are among anybody’s first ten. Popularity says how well known what is recommended is, 0 the least and 1 the most; what users really took has {{taken}}.',
  coverage: 'Coverage',
  popularity: 'Popularity',
  novelty: 'Novelty (bits)',
  skipped: {
    'too-large': '{{rule}} was left out: it does not fit into memory.',
    'too-slow': '{{rule}} was left out: it would have taken too long.',
    'no-times': '{{rule}} was left out: the data has no times.',
  },
  keptEpoch: 'Epoch kept',
  keptEpochHelp: 'The epoch whose weights the model has.',
  bestEpoch: 'Epoch of the lowest loss',
  bestEpochHelp: 'On validation.',
  keptHelp: 'Of the epoch that was kept, in nats.',
  bestLoss: 'Lowest validation loss',
  popularityLoss: 'Loss of popularity',
  popularityLossHelp: 'Of who knows only how popular each item is: a model above it has learnt nothing.',
  ranksFile: 'Each user’s rank by each ranker is in {{file}} of the workspace.',
};
