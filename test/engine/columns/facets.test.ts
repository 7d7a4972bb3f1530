import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exploreQueries } from '../../../electron/engine/segment/explore-queries.ts';
import { QueryState } from '../../../electron/engine/segment/query-state.ts';
import type { Facet } from '../../../shared/contract/explore.ts';
import type { Rule } from '../../../shared/domain/rule.ts';
import type { Truth } from '../segment/naive-events.ts';
import { anyRule, expected, items, shopOf, shops } from '../segment/random-shop.ts';

/** A condition on each facet that has values, and the rule that a value of it stands for. */
const conditions: Readonly<Record<string, (value: string) => Rule>> = {
  gender: (value) => ({ attribute: 'gender', op: '=', value }),
  action: (action) => ({ count: { action }, op: '>=', value: 1 }),
  category: (category) => ({ count: { action: null, category }, op: '>=', value: 1 }),
  brand: (brand) => ({ count: { action: null, brand }, op: '>=', value: 1 }),
  hour: (hour) => ({ count: { action: null, hours: [Number(hour), Number(hour)] }, op: '>=', value: 1 }),
  cluster: (cluster) => ({ map: 'map-1', cluster: Number(cluster) }),
  class: (is) => ({ prediction: 'gender', is }),
};

const keyOf = (facet: Facet) => ('name' in facet && facet.kind === 'attribute' ? facet.name : facet.kind);
const valuesOf = (facet: Facet): string[] => {
  if (facet.kind === 'cluster') return [...facet.clusters].map(String);
  return 'values' in facet ? facet.values : [...facet.selected.keys()].map(String);
};

describe('the facets of a selection', () => {
  it('have the counts of the rules that their values stand for, by evaluating every event in JavaScript', () => {
    const own = fc.constantFrom<[string, Rule]>(
      ['gender', conditions.gender!('F')],
      ['action', conditions.action!('view')],
      ['category', conditions.category!('数码')],
      ['brand', conditions.brand!('A')],
      ['cluster', conditions.cluster!('0')],
      ['class', conditions.class!('F')],
    );
    const property = fc.property(shops, own, anyRule, (drawn, [ownKey, ownRule], other) => {
      const truth: Truth = { ...drawn, items };
      const workspace = shopOf(truth);
      // A disjunction is about no single facet, so that only the other part is left out.
      const others: Rule = { any: [other, { users: ['u1'] }, { measure: 'events', op: '>', value: 12 }] };
      const rule: Rule = { all: [ownRule, others] };
      const state = new QueryState(workspace);
      const { facets, size } = exploreQueries.facets(state, { rule, map: 'map-1', limit: 50 });
      expect(size).toBe(expected(truth, rule).length);
      for (const facet of facets) {
        const condition = conditions[keyOf(facet)];
        if (!condition) continue;
        const base = keyOf(facet) === ownKey ? others : rule;
        valuesOf(facet).forEach((value, i) => {
          const isValue = condition(value);
          expect([keyOf(facet), value, facet.everyone[i]]).toEqual([
            keyOf(facet),
            value,
            expected(truth, isValue).length,
          ]);
          const selected = expected(truth, { all: [base, isValue] }).length;
          expect([keyOf(facet), value, facet.selected[i]]).toEqual([keyOf(facet), value, selected]);
        });
      }
      expect(facets.map(keyOf)).toEqual(
        expect.arrayContaining(['gender', 'action', 'category', 'brand', 'cluster', 'class']),
      );
      workspace.close();
    });
    fc.assert(property, { numRuns: 25 });
  });
});
