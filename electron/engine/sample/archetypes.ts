/** Behaviour of one type of customer: the ground truth that the analysis should recover. */
export interface Archetype {
  readonly name: string;
  /** Share of all users; the shares add up to 1. */
  readonly share: number;
  /** Mean number of sessions in the year. */
  readonly sessions: number;
  /** Weight of each category at the start of the year; others have a small weight. */
  readonly interests: Readonly<Record<string, number>>;
  /** Category weights that some users drift to in the course of the year, as children grow and new hobbies start. */
  readonly laterInterests: Readonly<Record<string, number>>;
  /** Hours of the day (0–24) around which sessions cluster, each with its weight. */
  readonly hours: readonly (readonly [hour: number, weight: number])[];
  /** Factor on the number of sessions on weekend days. */
  readonly weekend: number;
  /** Sensitivity to festivals and sales; 0 for none. */
  readonly festive: number;
  /** Preferred price tier, from 0 (cheap) to 3 (expensive). */
  readonly tier: number;
  /** Mean number of products viewed in a session. */
  readonly views: number;
  readonly searches: number;
  /** Probability that the target item of a session is added to the cart, and that it is then bought. */
  readonly carts: number;
  readonly buys: number;
  readonly reviews: number;
  readonly women: number;
  /** Weights of the age bands. */
  readonly ages: readonly number[];
  /** Weight of large cities relative to the others. */
  readonly metropolis: number;
  /** Words appended to a product's name in searches. */
  readonly searchTerms: readonly string[];
}

export const AGE_BANDS = ['18-24', '25-34', '35-44', '45-54', '55+'] as const;

export const archetypes: readonly Archetype[] = [
  {
    name: 'parent',
    share: 0.18,
    sessions: 11,
    interests: { '母婴/奶粉辅食': 10, '母婴/尿裤洗护': 10, '玩具/玩具绘本': 3, '家居/清洁日用': 2 },
    laterInterests: { '玩具/玩具绘本': 14, '母婴/尿裤洗护': 3, '食品/零食': 2, '家居/清洁日用': 2 },
    hours: [
      [10, 1],
      [14, 2],
      [22, 4],
    ],
    weekend: 0.9,
    festive: 0.8,
    tier: 1.9,
    views: 4,
    searches: 0.5,
    carts: 0.62,
    buys: 0.72,
    reviews: 0.22,
    women: 0.82,
    ages: [0.5, 7, 4, 0.3, 0.4],
    metropolis: 1.2,
    searchTerms: ['宝宝', '新生儿', '安全', '无添加', '一岁'],
  },
  {
    name: 'gamer',
    share: 0.16,
    sessions: 10,
    interests: { '数码/游戏': 11, '数码/电竞外设': 9, '数码/手机': 3, '食品/零食': 3 },
    laterInterests: { '数码/手机': 8, '数码/电竞外设': 6, '数码/游戏': 6, '运动/跑步健身': 3 },
    hours: [
      [1, 2],
      [13, 1],
      [23, 5],
    ],
    weekend: 1.5,
    festive: 0.7,
    tier: 1.7,
    views: 5,
    searches: 0.65,
    carts: 0.45,
    buys: 0.6,
    reviews: 0.2,
    women: 0.16,
    ages: [6, 4, 1, 0.2, 0.1],
    metropolis: 1,
    searchTerms: ['电竞', '无线', '测评', '高刷', '学生'],
  },
  {
    name: 'cook',
    share: 0.15,
    sessions: 10,
    interests: { '厨房/厨具家电': 9, '食品/调味烘焙': 11, '食品/零食': 2, '家居/清洁日用': 2 },
    laterInterests: { '食品/调味烘焙': 12, '厨房/厨具家电': 6, '礼品/茶酒': 3 },
    hours: [
      [9, 3],
      [16, 3],
      [20, 2],
    ],
    weekend: 1.3,
    festive: 0.6,
    tier: 1.6,
    views: 4.2,
    searches: 0.55,
    carts: 0.6,
    buys: 0.7,
    reviews: 0.28,
    women: 0.66,
    ages: [1, 3, 4, 3, 2],
    metropolis: 1,
    searchTerms: ['家用', '新手', '烘焙', '做法', '无油烟'],
  },
  {
    name: 'beauty',
    share: 0.17,
    sessions: 11,
    interests: { '美妆/护肤': 10, '美妆/彩妆': 9, '服饰/女装': 5, '礼品/首饰': 1 },
    laterInterests: { '服饰/女装': 9, '美妆/护肤': 8, '礼品/首饰': 3, '运动/跑步健身': 3 },
    hours: [
      [12, 3],
      [21, 5],
    ],
    weekend: 1.2,
    festive: 1.2,
    tier: 2.3,
    views: 5.2,
    searches: 0.45,
    carts: 0.5,
    buys: 0.6,
    reviews: 0.26,
    women: 0.94,
    ages: [4, 5, 2, 0.8, 0.2],
    metropolis: 1.6,
    searchTerms: ['敏感肌', '显白', '平价', '学生党', '秋冬'],
  },
  {
    name: 'bargain',
    share: 0.14,
    sessions: 12,
    interests: { '家居/清洁日用': 9, '食品/零食': 8, '食品/调味烘焙': 2, '数码/手机': 2, '服饰/女装': 2 },
    laterInterests: { '家居/清洁日用': 8, '食品/零食': 6, '母婴/尿裤洗护': 2, '美妆/护肤': 3 },
    hours: [
      [0, 2],
      [10, 3],
      [20, 3],
    ],
    weekend: 1,
    festive: 3,
    tier: 0.1,
    views: 5.5,
    searches: 0.6,
    carts: 0.55,
    buys: 0.4,
    reviews: 0.14,
    women: 0.55,
    ages: [2, 2, 2, 3, 3],
    metropolis: 0.5,
    searchTerms: ['特价', '包邮', '清仓', '便宜', '临期', '优惠券'],
  },
  {
    name: 'outdoor',
    share: 0.12,
    sessions: 9,
    interests: { '户外/露营': 10, '运动/跑步健身': 9, '数码/手机': 1, '食品/零食': 1 },
    laterInterests: { '运动/跑步健身': 12, '户外/露营': 7, '厨房/厨具家电': 2 },
    hours: [
      [7, 4],
      [12, 2],
      [19, 3],
    ],
    weekend: 0.7,
    festive: 0.4,
    tier: 2.1,
    views: 4.6,
    searches: 0.5,
    carts: 0.5,
    buys: 0.65,
    reviews: 0.3,
    women: 0.38,
    ages: [2, 5, 4, 2, 0.6],
    metropolis: 1.4,
    searchTerms: ['轻量', '防水', '入门', '专业', '徒步'],
  },
  {
    name: 'gift',
    share: 0.08,
    sessions: 7,
    interests: { '礼品/首饰': 9, '礼品/茶酒': 10, '玩具/玩具绘本': 1, '美妆/彩妆': 2 },
    laterInterests: { '礼品/茶酒': 12, '礼品/首饰': 8, '数码/手机': 1 },
    hours: [
      [11, 2],
      [18, 3],
      [21, 2],
    ],
    weekend: 1,
    festive: 2.2,
    tier: 2.5,
    views: 5,
    searches: 0.7,
    carts: 0.5,
    buys: 0.75,
    reviews: 0.16,
    women: 0.42,
    ages: [1, 3, 3, 3, 1.5],
    metropolis: 1.3,
    searchTerms: ['送女友', '送长辈', '礼盒', '生日', '送领导', '纪念日'],
  },
];
