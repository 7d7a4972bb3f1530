import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatOf } from '../../../../renderer/base/format.ts';
import { en } from '../../../../renderer/locales/en/index.ts';
import { intervalText, metricName, metricNumber } from '../../../../renderer/pages/predictions/metric-text.ts';
import {
  boundsOf,
  firstDraft,
  obstacleOf,
  targetOf,
  withAttribute,
} from '../../../../renderer/pages/predictions/start/draft.ts';
import { targetText } from '../../../../renderer/pages/predictions/start/target-text.ts';
import { bestClasses } from '../../../../renderer/pages/predictions/top-classes.ts';
import type { Offered } from '../../../../shared/contract/finetune.ts';
import { Target } from '../../../../shared/domain/finetune-config.ts';

beforeAll(() => i18next.init({ lng: 'en', resources: { en: { translation: en } } }));

const attribute = { users: 80, distinct: 2, values: [], range: null, bands: [], separator: null, obstacle: null };
const offered: Offered = {
  users: 100,
  firstTime: Date.UTC(2024, 0, 1),
  lastTime: Date.UTC(2024, 5, 1),
  longestDays: 20,
  attributes: [
    { ...attribute, name: 'club', obstacle: 'ONE_CLASS' },
    { ...attribute, name: 'gender' },
    { ...attribute, name: 'age', range: { low: 18, median: 33, high: 70 }, bands: [25, 35, 45] },
    { ...attribute, name: 'likes', separator: '|' },
  ],
  actions: [],
  things: { category: [{ name: 'tea', title: null, users: 30 }], brand: [], item: [] },
  obstacles: { buys: null, returns: null, spend: 'NO_MONEY', next: null },
};
const named = (name: string) => offered.attributes.find((one) => one.name === name)!;

describe('what is to be predicted', () => {
  const draft = firstDraft(offered);

  it('begins with what is possible: an attribute that tells users apart, a window that the data has room for', () => {
    expect(draft).toMatchObject({ kind: null, attribute: 'gender', as: 'classes', of: 'category', days: 20 });
    expect(targetOf(draft, offered)).toBeNull();
  });

  it('is a target that the engine takes', () => {
    const targets = [
      targetOf({ ...draft, kind: 'attribute' }, offered),
      targetOf({ ...withAttribute(draft, named('age')), kind: 'attribute' }, offered),
      targetOf({ ...withAttribute(draft, named('likes')), kind: 'attribute' }, offered),
      targetOf({ ...draft, kind: 'buys', names: ['tea'] }, offered),
      targetOf({ ...draft, kind: 'returns', days: 7 }, offered),
      targetOf({ ...draft, kind: 'next' }, offered),
    ];
    expect(targets.map((target) => Target.parse(target))).toEqual([
      { kind: 'attribute', attribute: 'gender', as: 'classes' },
      { kind: 'attribute', attribute: 'age', as: 'classes', bands: [25, 35, 45] },
      { kind: 'attribute', attribute: 'likes', as: 'labels', separator: '|' },
      { kind: 'buys', of: 'category', names: ['tea'], days: 20 },
      { kind: 'returns', days: 7 },
      { kind: 'next', of: 'category', days: 20 },
    ]);
  });

  it('is none while something is missing or impossible', () => {
    expect(targetOf({ ...draft, kind: 'buys' }, offered)).toBeNull();
    expect(targetOf({ ...draft, kind: 'returns', days: 21 }, offered)).toBeNull();
    expect(targetOf({ ...draft, kind: 'attribute', attribute: 'club' }, offered)).toBeNull();
    expect(targetOf({ ...withAttribute(draft, named('age')), kind: 'attribute', bands: '40, 30' }, offered)).toBeNull();
  });

  it('is refused with the reason where the data does not have it', () => {
    expect(obstacleOf(offered, 'spend')).toBe('NO_MONEY');
    expect(obstacleOf(offered, 'attribute')).toBeNull();
    expect(obstacleOf({ ...offered, attributes: [named('club')] }, 'attribute')).toBe('ONE_CLASS');
    expect(obstacleOf({ ...offered, attributes: [] }, 'attribute')).toBe('NO_ATTRIBUTES');
  });

  it('takes bounds in any notation that lists ascending numbers', () => {
    expect(boundsOf('25, 35 45；60')).toEqual([25, 35, 45, 60]);
    for (const wrong of ['', '25, x', '35, 25', '25, 25']) expect(boundsOf(wrong)).toBeNull();
  });

  it('is told in words', () => {
    const text = (target: Target) => targetText(i18next.t, target);
    expect(text({ kind: 'returns', days: 1 })).toBe('Will come back within 1 day, or not');
    expect(text({ kind: 'buys', of: 'item', names: ['a', 'b', 'c', 'd', 'e'], days: 30 })).toBe(
      'Will buy a, b, c and 2 more within 30 days',
    );
    expect(text({ kind: 'next', of: 'brand', days: 14 })).toBe('Next brands within 14 days');
  });
});

describe('the figures of a head', () => {
  it('have their proper names', () => {
    expect(metricName(i18next.t, 'rocAuc')).toBe('ROC-AUC');
    expect(metricName(i18next.t, 'hitRate@10')).toBe('Hit rate@10');
    expect(metricName(i18next.t, 'novel')).toBe('novel');
  });

  it('have as many decimals as they need', () => {
    const format = formatOf('en');
    expect([0.71234, -0.0123, 3.456, 123.45, 12_345.6].map((value) => metricNumber(format, value))).toEqual([
      '0.712',
      '−0.012',
      '3.46',
      '123.5',
      '12,346',
    ]);
    expect(intervalText(i18next.t, format, { value: 0.7, low: 0.65, high: 0.75 })).toBe('0.700 (0.650 to 0.750)');
  });

  it('name the likeliest classes first and leave out those without a value', () => {
    const values = [0.2, Number.NaN, 0.5, 0.3];
    expect(bestClasses(['a', 'b', 'c', 'd'], (at) => values[at]!, 2).map(({ name }) => name)).toEqual(['c', 'd']);
  });
});
