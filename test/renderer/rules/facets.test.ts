import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Conjunction, conditionsOf, ruleOfConditions } from '../../../renderer/rules/conjunction.ts';
import { activeInterval, withInterval } from '../../../renderer/rules/facet-interval.ts';
import { type IntervalTopic, isAbout, type ListTopic } from '../../../renderer/rules/facet-topic.ts';
import { activeValues, toggleValue } from '../../../renderer/rules/facet-values.ts';
import { parseRule } from '../../../shared/domain/rule-parse.ts';
import { printRule } from '../../../shared/domain/rule-print.ts';

const names = { actions: ['view', 'cart'], attributes: ['gender'] };
const conditions = (text: string) => conditionsOf(parseRule(text, names));
const textOf = (parts: Conjunction) => {
  const rule = ruleOfConditions(parts);
  return rule ? printRule(rule) : '';
};

const gender: ListTopic = { kind: 'attribute', name: 'gender' };
const cluster: ListTopic = { kind: 'cluster', map: 'map-1' };
const listTopics: ListTopic[] = [
  gender,
  cluster,
  { kind: 'class', name: 'returns' },
  { kind: 'traitText', name: 'favourite' },
  { kind: 'action' },
  { kind: 'category' },
  { kind: 'brand' },
];
const intervalTopics: IntervalTopic[] = [
  { kind: 'number', name: 'age' },
  { kind: 'score', name: 'returns' },
  { kind: 'traitNumber', name: 'basket' },
  { kind: 'measure', name: 'monetary' },
  { kind: 'hour' },
];

describe('a value of a facet', () => {
  it('is the only one after a click, and none is after another click', () => {
    const [f, none] = [toggleValue([], gender, 'F', false), toggleValue(conditions('gender = F'), gender, 'F', false)];
    expect(textOf(f)).toBe('gender = F');
    expect(none).toEqual([]);
    expect(textOf(toggleValue(conditions('view and gender in (F, M)'), gender, 'X', false))).toBe(
      'count(view) >= 1 and gender = X',
    );
  });

  it('joins the others with a modifier key, and leaves them again', () => {
    const both = toggleValue(conditions('gender = F'), gender, 'M', true);
    expect(textOf(both)).toBe('gender in (F, M)');
    expect(textOf(toggleValue(both, gender, 'F', true))).toBe('gender = M');
    expect(textOf(toggleValue(conditions('cluster(map-1) = 2'), cluster, '5', true))).toBe(
      'cluster(map-1) = 2 or cluster(map-1) = 5',
    );
  });

  it('keeps what the selection says of other things', () => {
    const before = conditions('cluster(map-2) = 1 and gender = F and count(view) >= 3');
    expect(textOf(toggleValue(before, cluster, '4', false))).toBe(
      'cluster(map-2) = 1 and gender = F and count(view) >= 3 and cluster(map-1) = 4',
    );
  });

  it('is active after it is pressed and inactive after it is pressed again, for every facet, also through the text', () => {
    const value = fc.nat(20).map(String);
    fc.assert(
      fc.property(fc.constantFrom(...listTopics), fc.uniqueArray(value, { maxLength: 5 }), (topic, values) => {
        let parts: Conjunction = conditions('count(view) >= 3');
        for (const one of values) {
          parts = toggleValue(parts, topic, one, true);
          parts = conditionsOf(parseRule(textOf(parts), names));
        }
        const active = activeValues(parts, topic);
        expect(values.filter((one) => !active.has(one))).toEqual([]);
        for (const one of values) parts = toggleValue(parts, topic, one, true);
        expect(textOf(parts).replace(/ and $/, '')).toMatch(/^(count\(view\) >= 3)?$/);
      }),
    );
  });

  it('is not active because of another comparison, which a click replaces', () => {
    const before = conditions('count(view) >= 3');
    expect(activeValues(before, { kind: 'action' })).toEqual(new Set());
    expect(textOf(toggleValue(before, { kind: 'action' }, 'cart', false))).toBe('count(cart) >= 1');
    const mixed = conditions('gender = F or count(view) >= 3');
    expect(isAbout(gender, mixed[0]!)).toBe(false);
    expect(toggleValue(mixed, gender, 'F', false)).toEqual([...mixed, ...conditions('gender = F')]);
  });
});

describe('an interval of a facet', () => {
  it('is read from the conditions, and the same after it is written, also through the text', () => {
    const limits = fc.uniqueArray(fc.nat(23), { minLength: 2, maxLength: 2 }).map((pair) => pair.sort((a, b) => a - b));
    fc.assert(
      fc.property(fc.constantFrom(...intervalTopics), limits, (topic, [low = 0, high = 0]) => {
        const parts = withInterval(conditions('gender = F'), topic, { low, high });
        const read = conditionsOf(parseRule(textOf(parts), names));
        expect(activeInterval(read, topic)).toEqual({ low, high });
        expect(textOf(withInterval(read, topic, null))).toBe('gender = F');
      }),
    );
  });

  it('has one limit at an end of the histogram, and hours of the day always have two', () => {
    expect(textOf(withInterval([], { kind: 'measure', name: 'events' }, { low: null, high: 5 }))).toBe('events < 5');
    expect(textOf(withInterval([], { kind: 'hour' }, { low: 20, high: 24 }))).toBe('count(any, hours = 20..23) >= 1');
  });

  it('may have been written by hand', () => {
    expect(activeInterval(conditions('events > 3 and events <= 9'), { kind: 'measure', name: 'events' })).toEqual({
      low: 3,
      high: 9,
    });
    expect(activeInterval(conditions('sessions > 3'), { kind: 'measure', name: 'events' })).toBeNull();
  });
});
