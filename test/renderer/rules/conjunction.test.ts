import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chipsOf,
  conditionsOf,
  ruleOfConditions,
  withoutChip,
  withReplaced,
} from '../../../renderer/rules/conjunction.ts';
import { lassosOf, withLasso } from '../../../renderer/rules/lasso-condition.ts';
import { withSegment, withUser } from '../../../renderer/rules/named-conditions.ts';
import type { Rule } from '../../../shared/domain/rule.ts';
import { parseRule } from '../../../shared/domain/rule-parse.ts';
import { printRule } from '../../../shared/domain/rule-print.ts';

const conditions = (text: string) => conditionsOf(parseRule(text));
const textOf = (parts: readonly Rule[]) => parts.map(printRule).join(' | ');

describe('a conjunction', () => {
  it('has the parts of “and”, also of nested ones, and a rule of another kind is its only part', () => {
    expect(conditionsOf(null)).toEqual([]);
    expect(textOf(conditions('a = 1 and (b = 2 and c = 3)'))).toBe('a = 1 | b = 2 | c = 3');
    expect(conditions('a = 1 or b = 2')).toHaveLength(1);
  });

  it('becomes a rule with the same conditions again', () => {
    const leaf = fc.record({ attribute: fc.constantFrom('a', 'b'), op: fc.constant('=' as const), value: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(leaf, { maxLength: 6 }), (parts) => {
        expect(conditionsOf(ruleOfConditions(parts))).toEqual(parts);
      }),
    );
  });

  it('keeps the place of conditions that are replaced, and appends others', () => {
    const [a, b, c, d] = conditions('a = 1 and b = 2 and a = 3 and c = 4') as [Rule, Rule, Rule, Rule];
    const isOfA = (rule: Rule) => 'attribute' in rule && rule.attribute === 'a';
    expect(withReplaced([b, a, d, c], isOfA, [a])).toEqual([b, a, d]);
    expect(withReplaced([b, d], isOfA, [a])).toEqual([b, d, a]);
    expect(withReplaced([a, c], isOfA, [])).toEqual([]);
  });
});

describe('the chips of a conjunction', () => {
  it('are its conditions, where the two limits of a range are one chip that is removed as a whole', () => {
    const parts = conditions('gender = F and events >= 3 and events < 10 and monetary > 5');
    const chips = chipsOf(parts);
    expect(chips.map(({ rule }) => printRule(rule))).toEqual([
      'gender = F',
      'events >= 3 and events < 10',
      'monetary > 5',
    ]);
    expect(textOf(withoutChip(parts, chips[1]!))).toBe('gender = F | monetary > 5');
  });

  it('do not join limits of different things', () => {
    expect(chipsOf(conditions('events >= 3 and sessions < 10'))).toHaveLength(2);
    expect(chipsOf(conditions('age >= 3 and age < 10'))).toHaveLength(1);
    expect(chipsOf(conditions('prediction(p) >= 0.2 and prediction(p, yes) < 0.5'))).toHaveLength(2);
  });
});

describe('a lasso', () => {
  const lasso = (x: number) => ({
    map: 'map-1',
    polygon: [
      [x, 0],
      [1, 1],
      [0, 1],
    ] as [number, number][],
  });
  it('replaces the earlier one of its map, and leaves other conditions and other maps alone', () => {
    const before = conditions('gender = F and lasso(map-1, 5 0, 1 1, 0 1) and lasso(map-2, 5 0, 1 1, 0 1)');
    expect(textOf(withLasso(before, lasso(2), 'replace'))).toBe(
      'gender = F | lasso("map-1", 2 0, 1 1, 0 1) | lasso("map-2", 5 0, 1 1, 0 1)',
    );
  });

  it('is added to the earlier ones or taken away from them', () => {
    const one = withLasso([], lasso(1), 'add');
    const three = withLasso(withLasso(one, lasso(2), 'add'), lasso(3), 'add');
    expect(three).toEqual([{ any: [{ lasso: lasso(1) }, { lasso: lasso(2) }, { lasso: lasso(3) }] }]);
    expect(lassosOf(three, 'map-1')).toHaveLength(3);
    expect(lassosOf(three, 'map-2')).toEqual([]);
    const without = withLasso(three, lasso(4), 'subtract');
    expect(without.at(-1)).toEqual({ not: { lasso: lasso(4) } });
    expect(withLasso(without, lasso(5), 'replace')).toEqual([{ lasso: lasso(5) }]);
  });
});

it('a user joins those who are named already, and a segment is named once', () => {
  expect(textOf(withUser(withUser(conditions('a = 1'), 'U2'), 'U1'))).toBe('a = 1 | user in ("U2", "U1")');
  expect(withUser(withUser([], 'U1'), 'U1')).toEqual([{ users: ['U1'] }]);
  expect(withSegment(withSegment([], 'VIP'), 'VIP')).toEqual([{ segment: 'VIP' }]);
});
