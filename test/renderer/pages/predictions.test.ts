import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatFor } from '../../../renderer/base/format.ts';
import { en } from '../../../renderer/locales/en/index.ts';
import {
  initialDraft,
  obstacleOf,
  parseBounds,
  targetOf,
  withAttribute,
} from '../../../renderer/pages/predictions/start/draft.ts';
import { topClasses } from '../../../renderer/pages/predictions/top-classes.ts';
import { formatMetric, intervalText, metricName } from '../../../renderer/predictions/metric-text.ts';
import { targetText } from '../../../renderer/predictions/target-text.ts';
import { finetuneFields, invalidFields } from '../../../renderer/training/finetune-settings.ts';
import type { AvailableTargets } from '../../../shared/contract/prediction.ts';
import { FinetuneConfig, Target } from '../../../shared/domain/finetune-config.ts';

beforeAll(() => i18next.init({ lng: 'en', resources: { en: { translation: en } } }));

const attribute = { users: 80, distinct: 2, values: [], range: null, bands: [], separator: null, obstacle: null };
const availableTargets: AvailableTargets = {
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
  popularNames: { category: [{ name: 'tea', title: null, users: 30 }], brand: [], item: [] },
  obstacles: { buys: null, returns: null, spend: 'NO_MONEY', next: null },
};
const attributeNamed = (name: string) => availableTargets.attributes.find((candidate) => candidate.name === name)!;

describe('the target of a prediction', () => {
  const draft = initialDraft(availableTargets);

  it('defaults to what is possible: an attribute with several values, a window that the data covers', () => {
    expect(draft).toMatchObject({ kind: null, attribute: 'gender', as: 'classes', of: 'category', days: 20 });
    expect(targetOf(draft, availableTargets)).toBeNull();
  });

  it('is accepted by the engine', () => {
    const targets = [
      targetOf({ ...draft, kind: 'attribute' }, availableTargets),
      targetOf({ ...withAttribute(draft, attributeNamed('age')), kind: 'attribute' }, availableTargets),
      targetOf({ ...withAttribute(draft, attributeNamed('likes')), kind: 'attribute' }, availableTargets),
      targetOf({ ...draft, kind: 'buys', names: ['tea'] }, availableTargets),
      targetOf({ ...draft, kind: 'returns', days: 7 }, availableTargets),
      targetOf({ ...draft, kind: 'next' }, availableTargets),
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

  it('is null while something is missing or impossible', () => {
    expect(targetOf({ ...draft, kind: 'buys' }, availableTargets)).toBeNull();
    expect(targetOf({ ...draft, kind: 'returns', days: 21 }, availableTargets)).toBeNull();
    expect(targetOf({ ...draft, kind: 'attribute', attribute: 'club' }, availableTargets)).toBeNull();
    expect(
      targetOf(
        { ...withAttribute(draft, attributeNamed('age')), kind: 'attribute', bands: '40, 30' },
        availableTargets,
      ),
    ).toBeNull();
  });

  it('is refused with the reason if the data does not have it', () => {
    expect(obstacleOf(availableTargets, 'spend')).toBe('NO_MONEY');
    expect(obstacleOf(availableTargets, 'attribute')).toBeNull();
    expect(obstacleOf({ ...availableTargets, attributes: [attributeNamed('club')] }, 'attribute')).toBe('ONE_CLASS');
    expect(obstacleOf({ ...availableTargets, attributes: [] }, 'attribute')).toBe('NO_ATTRIBUTES');
  });

  it('parses bounds in any notation that lists ascending numbers', () => {
    expect(parseBounds('25, 35 45；60')).toEqual([25, 35, 45, 60]);
    for (const wrong of ['', '25, x', '35, 25', '25, 25']) expect(parseBounds(wrong)).toBeNull();
  });

  it('is described in words', () => {
    const text = (target: Target) => targetText(i18next.t, target);
    expect(text({ kind: 'returns', days: 1 })).toBe('Will return within 1 day');
    expect(text({ kind: 'buys', of: 'item', names: ['a', 'b', 'c', 'd', 'e'], days: 30 })).toBe(
      'Will buy a, b, c and 2 more within 30 days',
    );
    expect(text({ kind: 'next', of: 'brand', days: 14 })).toBe('Next brands within 14 days');
  });
});

describe('the settings of fine-tuning', () => {
  it('are all of the configuration, each once', () => {
    expect([...finetuneFields].sort()).toEqual(Object.keys(FinetuneConfig.shape).sort());
  });

  it('are checked against the bounds of the engine', () => {
    const config = FinetuneConfig.parse({});
    expect(invalidFields(config)).toEqual([]);
    expect(invalidFields({ ...config, workers: 65, folds: 1 })).toEqual(['folds', 'workers']);
  });
});

describe('the metrics of a prediction', () => {
  it('have names', () => {
    expect(metricName(i18next.t, 'rocAuc')).toBe('ROC-AUC');
    expect(metricName(i18next.t, 'hitRate@10')).toBe('Hit rate@10');
    expect(metricName(i18next.t, 'novel')).toBe('novel');
  });

  it('have as many decimals as they need', () => {
    const format = formatFor('en');
    expect([0.71234, -0.0123, 3.456, 123.45, 12_345.6].map((value) => formatMetric(format, value))).toEqual([
      '0.712',
      '−0.012',
      '3.46',
      '123.5',
      '12,346',
    ]);
    expect(intervalText(i18next.t, format, { value: 0.7, low: 0.65, high: 0.75 })).toBe('0.700 (0.650 to 0.750)');
  });

  it('list the most probable classes first, without those that have no value', () => {
    const values = [0.2, Number.NaN, 0.5, 0.3];
    expect(topClasses(['a', 'b', 'c', 'd'], (at) => values[at]!, 2).map(({ name }) => name)).toEqual(['c', 'd']);
  });
});
