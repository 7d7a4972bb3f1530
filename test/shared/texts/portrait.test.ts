import { describe, expect, it } from 'vitest';
import type { Output } from '../../../shared/contract/index.ts';
import { formatFor } from '../../../shared/texts/format.ts';
import { en } from '../../../shared/texts/portrait/en.ts';
import { portraitSummary } from '../../../shared/texts/portrait/summary.ts';
import { zh } from '../../../shared/texts/portrait/zh.ts';

const measure = (value: number | null) => ({ value, quintile: null });

const visitor: Output<'profile.user'> = {
  user: 'ann',
  attributes: new Map(),
  measures: {
    events: measure(7),
    sessions: measure(1),
    recency: measure(2.4),
    frequency: measure(0),
    monetary: measure(0),
  },
  ...{ gross: 0, hours: new Int32Array(0), months: [], monthly: new Int32Array(0), run: null },
  ...{ until: '2024-12-31', previous: null, next: null, customer: null, habits: [], price: null, discounts: null },
  ...{ channels: [], campaigns: [], predictions: [], segments: [], cluster: null, nearest: [] },
  interests: { categories: [], brands: [], items: [] },
  value: { fit: 'none', weeks: null, nextPurchase: null, expected: null },
};

const interest = {
  name: 'tea',
  title: null,
  titleEn: null,
  events: 6,
  earlier: 1,
  recent: 5,
  share: 0.6,
  overallShare: 0.1,
};

const customer: Output<'profile.user'> = {
  ...visitor,
  measures: { ...visitor.measures, events: measure(12), frequency: measure(3) },
  customer: {
    ...{ purchases: 3, first: '2024-01-05', last: '2024-12-30', spent: 120, average: 40, customers: 10 },
    rfm: { r: 5, f: 4, m: 4, name: 'champion' },
    stage: { stage: 'active', silent: 1, riskAfter: 30, lapsedAfter: 90, gaps: 2, ownMedian: null, shopMedian: 12 },
  },
  interests: { categories: [{ ...interest, lift: 5, low: 3.48, trend: 'rising' }], brands: [], items: [] },
  habits: [{ when: 'evening', events: 8, share: 0.8, overall: 0.4, low: 1.2 }],
  price: { percentile: { value: 81, low: 60, high: 100 }, purchases: 5, level: 'high' },
  value: {
    ...{ fit: 'current', weeks: 39, nextPurchase: null },
    expected: {
      ...{ x: 2, tx: 50, T: 52, spend: 40, money: null },
      active: { value: 0.92, low: 0.8, high: 0.97 },
      purchases: { value: 2.34, low: 0, high: 6 },
      ...{ mbg: { active: 0.9, purchases: 2.2 }, pareto: { active: 0.95, purchases: 2.4 } },
      next: { chance: 0.8, from: '2025-01-09', to: '2025-05-01' },
    },
  },
};

const summary = (portrait: Output<'profile.user'>, language: 'en' | 'zh') =>
  portraitSummary(portrait, language, formatFor(language, { eventZone: 'UTC', timeZone: null, currency: 'EUR' }));

describe('the summary of a portrait', () => {
  it('has every fact with its figures, in both languages', () => {
    expect(summary(customer, 'en')).toBe(
      'Active customer: bought on 3 days since 5 Jan 2024, the last 1 day before the end of the data, €120.00 spent; Champion (RFM 5-4-4). ' +
        'Interested in tea: at least 3.4 times as frequent as among all users (50% of the events, rising). ' +
        'Active in the evening (18 to 24 h): 80% of the events, 40% among all users. ' +
        'The prices paid exceed, on average, 81% of those paid in the same categories. ' +
        'Still buys with a probability of 92%; 2.3 purchases expected in 39 weeks (0 to 6); the next one, if any, between 9 Jan 2025 and 1 May 2025 (80% interval).',
    );
    expect(summary(customer, 'zh')).toBe(
      '活跃客户：自 2024年1月5日以来有 3 天购买，最近一次距数据截止日 1 天，消费 €120.00；重要价值客户（RFM 5-4-4）。' +
        '关注tea的频率至少是全部用户的 3.4 倍（占其事件的 50%，呈上升趋势）。' +
        '晚间（18–24 点）活跃：占其事件的 80%，全部用户为 40%。' +
        '所付价格平均高于同类目成交价的 81%。' +
        '仍会购买的概率为 92%；预计 39 周内购买 2.3 次（0–6 次），若再次购买，日期在 2025年1月9日至 2025年5月1日之间（80% 区间）。',
    );
  });

  it('leaves out what is unknown, does not differ, or was computed from other data', () => {
    expect(summary(visitor, 'en')).toBe(
      '7 events in 1 session without a purchase, the last 2 days before the end of the data.',
    );
    const ordered = { ...visitor, measures: { ...visitor.measures, sessions: measure(0), recency: measure(null) } };
    expect(summary(ordered, 'en')).toBe('7 events.');
    expect(summary(ordered, 'zh')).toBe('7 条事件。');
    const boughtBefore = { ...visitor, measures: { ...visitor.measures, frequency: measure(2) } };
    expect(summary(boughtBefore, 'en')).toBe('7 events in 1 session.');
    const plain: Output<'profile.user'> = {
      ...customer,
      customer: { ...customer.customer!, purchases: 1, spent: null, rfm: null, stage: null },
      ...{ interests: visitor.interests, habits: [], price: { ...customer.price!, level: 'middle' } },
      value: { ...customer.value, fit: 'outdated' },
    };
    expect(summary(plain, 'en')).toBe('Customer: bought on 30 Dec 2024 only, 1 day before the end of the data.');
  });
});

it('the texts of a portrait have the same slots in both languages', () => {
  const slots = (text: string) => [...new Set(Array.from(text.matchAll(/\{\{(\w+)\}\}/g), ([, name]) => name))].sort();
  for (const [key, text] of Object.entries(en)) {
    expect(slots(zh[key as keyof typeof en]), key).toEqual(slots(text));
  }
});
