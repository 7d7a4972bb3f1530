/**
 * English texts of briefs. `{{name}}` is a parameter; `{{name|one|other}}` is the first word if the parameter is 1, else
 * the second.
 */
export const en = {
  kicker: 'Brief · {{source}} · made on this computer in {{time}}',
  kickerReady: 'Brief · {{source}}',
  headline: '{{groups}} {{groups|group|groups}} of users; {{act}} {{act|is|are}} worth acting on first',
  headlineNone: '{{groups}} {{groups|group|groups}} of users; none stands out as worth acting on first',
  lead: '{{events}} {{events|event|events}} of {{users}} {{users|user|users}} on {{items}} {{items|item|items}}, {{period}}.',
  leadNoItems: '{{events}} {{events|event|events}} of {{users}} {{users|user|users}}, {{period}}.',
  once: '{{share}} of the users came only once.',
  start: 'Start with “{{group}}”. {{reason}}',
  period: 'from {{from}} to {{to}}',
  periodWithin: 'in {{length}} on {{day}}',
  periodUnknown: 'in a known order but without dates',

  figureEvents: 'events',
  figureUsers: 'users',
  figureVisits: 'users, {{sessions}} sessions',
  figureBought: 'of users bought ({{low}}–{{high}})',
  figurePurchases: '{{purchases|purchase|purchases}}',
  figureMoney: '{{purchases|purchase|purchases}}, {{money}} spent',
  figurePeriod: 'period, {{zone}}',
  figureItems: 'items',

  quality: 'The data',
  rowsRead: '{{file}}: {{rows}} rows, {{events}} events.',
  rowsRejected: '{{rows}} {{rows|row|rows}} could not be read and {{rows|was|were}} set aside: {{reasons}}.',
  rowsRepeated: '{{rows}} {{rows|row|rows}} repeated another and {{rows|was|were}} not counted again.',
  rowsDropped: '{{rows}} {{rows|row|rows}} {{rows|was|were}} dropped by cleaning: {{steps}}.',
  filesMore: 'And {{count}} more {{count|file|files}}.',
  fixes: 'Applied before the import, as recommended: {{fixes}}.',
  noFixes: 'Nothing was cleaned: the data needed none of the recommended fixes, or they were switched off.',
  synthetic: 'The data was generated as a sample; it is not that of a real shop.',
  'fix.near-repeats': 'events that repeat within {{seconds}} seconds dropped ({{count}} {{count|row|rows}})',
  'fix.bots': 'probable bots dropped ({{count}} {{count|row|rows}})',
  'fix.early-times': 'impossibly early times dropped ({{count}} {{count|row|rows}})',
  'fix.future-times': 'times in the future dropped ({{count}} {{count|row|rows}})',
  'fix.other': '{{code}} ({{count}})',
  'step.text': 'text normalised',
  'step.currency': 'currencies converted',
  'step.currencyUnknown': 'unknown currency',
  'step.times': 'time outside the limits',
  'step.prices': 'price outside the limits',
  'step.clip': 'outliers clipped',
  'step.internal': 'internal users',
  'step.bots': 'probable bots',
  'step.nearRepeats': 'repeats within seconds',
  'step.core': 'rare items and users',
  'step.other': 'other',
  'rejected.column-count': 'wrong number of columns',
  'rejected.missing': 'value missing',
  'rejected.not-a-time': 'no valid time',
  'rejected.not-a-number': 'no valid number',
  'rejected.cut-off': 'truncated',
  'rejected.other': 'unreadable',
  counted: '{{name}} ({{rows}})',

  act: 'Act on these first',
  others: 'The other groups',
  allGroups: 'The groups',
  sizeOf: '{{share}} of users',
  boughtOf: '{{share}} bought ({{low}}–{{high}})',
  moneyOf: '{{money}} spent, {{share}} of the money',
  recencyOf: 'last seen {{days}} days ago (median)',
  why: 'Why',
  evidence: 'What sets them apart',
  next: 'Likely next',
  nextItem: '{{item}} ({{share}} of members, {{overall}} of all users)',
  nextNote:
    'Likely next: items in the top ten of most members, among at most {{sample}} members of each group, without items that they already had; ranked by {{by}}.',
  nothingApart: 'No feature differs significantly from all users.',
  untested: '–',

  'why.money': '{{share}} of users bring {{moneyShare}} of the money.',
  'why.falling':
    'They stay away: of {{members}} members seen in the first half of the period, {{returned}} came back in the second ({{low}}–{{high}}); of the others, {{others}}.',
  'why.undecided':
    'They look more and buy less: a median of {{events}} events against {{othersEvents}}, and {{bought}} bought ({{low}}–{{high}}); of the others, {{others}}.',
  'why.lapsed': 'They came back more than once, but were last seen a median of {{days}} days ago.',
  'why.single':
    'They made their first purchase recently: a median of {{days}} days ago. The next step is a second purchase.',
  'why.distinct':
    'They are easy to address: {{memberShare}} share “{{feature}}”, {{lift}} times the share of all users ({{low}}–{{high}}).',
  evidenceOf: '{{feature}}: {{memberShare}} of the group, {{everyoneShare}} of all users; {{lift}}× ({{low}}–{{high}})',
  'feature.bought': 'bought {{name}}',
  'feature.viewed': 'viewed {{name}}',
  'feature.cart': 'put {{name}} into the cart',
  'feature.action': '“{{action}}” on {{name}}',
  'feature.anyAction': '“{{action}}” at least once',
  'feature.brand': 'brand {{name}}',
  'feature.item': 'item {{name}}',
  'feature.attribute': '{{of}} {{name}}',
  numberedCategory: 'category {{name}}',

  'criteria.title': 'When a group is put first',
  criteria:
    'A group of at least 20 users is put first if it brings at least 5% of the money and 1.5 times its share of users; if significantly fewer of its members than of the other users, by at least a tenth, came back in the second half of the period; if it is more active than others and buys significantly less; if it has lapsed or bought once, by its rule; or, with the lowest weight, if half of its members share an interest that is at least three times as frequent as among all users. At most three groups are put first.',

  columnGroup: 'Group',
  columnUsers: 'Users',
  columnShare: 'Share',
  columnBought: 'Bought',
  columnMoney: 'Share of money',
  columnApart: 'What sets it apart',

  trust: 'How far to trust this',
  'trust.blend':
    'The likely next items come from a blend of the model and the baselines, which predicts the next item better than {{best}} alone: NDCG@10 is {{blend}} against {{rule}} (difference {{low}} to {{high}}, {{users}} users). The model alone reaches {{model}}.',
  'trust.clearly':
    'The model predicts the next item better than every baseline: NDCG@10 is {{model}} against {{rule}} of {{baseline}} (difference {{low}} to {{high}}, {{users}} users).',
  'trust.maybe':
    'The model is not significantly better than {{baseline}}: NDCG@10 is {{model}} against {{rule}} (difference {{low}} to {{high}}, {{users}} users). Trust the groups more than the recommendations.',
  'trust.no':
    'The model is no better than {{baseline}} here: NDCG@10 is {{model}} against {{rule}} (difference {{low}} to {{high}}, {{users}} users). Trust the groups, not the recommendations.',
  'trust.worse':
    'The model is worse than {{baseline}} here: NDCG@10 is {{model}} against {{rule}} (difference {{low}} to {{high}}, {{users}} users). The likely next items are therefore those of {{baseline}}. Trust the groups, not the recommendations.',
  trustShort:
    '{{length}} {{length|day is|days are}} not a week: habits of weekdays and weekends cannot be seen. Come back with more days.',
  trustHours: '{{length}} are not a week: habits of weekdays and weekends cannot be seen. Come back with more days.',
  trustOnce: '{{share}} of the users came only once: a group says what they looked at then, not who they are.',
  trustNoDates: 'Events have no dates: it is unknown how recently users were active.',
  trustSmall: 'Only {{users}} users: intervals are wide, and small groups may be due to chance.',
  trustTests:
    'Differences are tested on up to {{tested}} features of a group; only those are shown whose p-value, corrected for that many tests (Benjamini and Hochberg), is below 5%. Ranges in brackets are 95% intervals.',
  trustClusters:
    'Groups are clusters of users with similar histories. Clusters with the same distinctive features are shown as one group.',
  trustRules:
    'Groups are defined by rules: how often and how recently users {{did}}. “Often” is the top quarter of those who did; “recently” is within the last quarter of the period.',
  didBuy: 'bought',
  didAct: 'were active',
  'omission.model.no-items':
    'Events have no items, so no model was trained, and there are no map and no likely next items. The groups are defined by rules.',
  'omission.model.few-users': 'There are too few users for a model and a map. The groups are defined by rules.',
  'omission.model.single-events':
    'Too few users have more than one event for a model to learn from. The groups are defined by rules.',
  'omission.model.diverged':
    'The training did not converge, so there is no model and no map. The groups are defined by rules.',
  'omission.model.too-large': 'The data is too large for a model on this computer. The groups are defined by rules.',
  'omission.evaluation':
    'No user has enough different items to evaluate the model, so its quality is unknown: rely on the groups only.',
  'omission.map': 'There are too few users for a map. The groups are defined by rules.',
  'omission.next':
    'There are no likely next items, because the model could not be evaluated or does not predict items.',

  recompute: 'How to compute it again',
  columnRule: 'Rule',
  recomputeText: 'Each rule can be entered under Segments, or on the command line with --where.',
  foot: 'Data {{hash}} · {{run}} ({{preset}}seed {{seed}}, {{backend}}) · {{map}} · Portrait {{version}} · Nothing left this computer.',
  footRules: 'Data {{hash}} · Portrait {{version}} · Nothing left this computer.',
  reused: 'trained before, ',

  'by.model': 'the model',
  'by.blend': 'a blend of the model and the baselines',
  'by.popularity': 'the most popular items',
  'by.recent': 'the most popular recent items',
  'by.followers': 'sequential rules',
  'by.neighbours': 'item-kNN',
  'by.factors': 'matrix factorisation',

  noTopic: 'No common interest',
  mixed: '{{topics}} and others',
  stanced: '{{name}}: {{stance}}',
  numbered: '{{name}} ({{number}})',
  'stance.buyers': 'buy more often',
  'stance.lookers': 'look, seldom buy',
  'stance.lapsed': 'not seen recently',
  'stance.active': 'very active',
  'stance.quiet': 'few events',
  'rule.loyal': 'Loyal buyers',
  'rule.loyalLapsed': 'Loyal buyers, not seen recently',
  'rule.repeat': 'Repeat buyers',
  'rule.repeatLapsed': 'Repeat buyers, not seen recently',
  'rule.single': 'Bought once, recently',
  'rule.singleLapsed': 'Bought once, long ago',
  'rule.lookers': 'Look a lot, have not bought',
  'rule.passers': 'Casual visitors',
  'rule.heavy': 'Very active',
  'rule.heavyLapsed': 'Once very active, not seen recently',
  'rule.light': 'Less active, seen recently',
  'rule.lightLapsed': 'Less active, not seen recently',
};

export type BriefText = keyof typeof en;
