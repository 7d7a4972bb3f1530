import { describe, expect, it } from 'vitest';
import { facetKey, withoutFacet } from '../../../electron/engine/columns/facets/own-conditions.ts';
import { topCategory } from '../../../electron/engine/columns/facets/top-categories.ts';
import { parseRule } from '../../../shared/domain/rule-parse.ts';
import { printRule } from '../../../shared/domain/rule-print.ts';

const names = { actions: ['view', 'purchase'], attributes: ['city', 'gender'] };

function without(text: string, facet: string): string | null {
  const rule = withoutFacet(parseRule(text, names), facet);
  return rule && printRule(rule);
}

describe('the conditions on a facet itself', () => {
  it.each([
    ['city = 上海', facetKey.attribute('city'), null],
    ['city = 上海 and gender = F', facetKey.attribute('city'), 'gender = F'],
    [
      'gender = F and (city = 上海 or not city = 北京) and view',
      facetKey.attribute('city'),
      'gender = F and count(view) >= 1',
    ],
    ['(gender = F and city = 上海) and recency < 9', facetKey.attribute('city'), 'gender = F and recency < 9'],
    ['recency >= 1 and recency < 9 and events > 2', facetKey.measure('recency'), 'events > 2'],
    ['count(view) >= 3 and count(purchase, days = 7) >= 1', facetKey.action, 'count(purchase, days = 7) >= 1'],
    ['count(any, category = 食品) >= 1 and view', facetKey.category, 'count(view) >= 1'],
    ['count(any, brand = A) >= 1 and view', facetKey.brand, 'count(view) >= 1'],
    ['count(any, hours = 20..22) >= 1 and view', facetKey.hour, 'count(view) >= 1'],
    ['cluster("map-1") = 2 and view', facetKey.cluster('map-1'), 'count(view) >= 1'],
    ['prediction("spend") > 2 and view', facetKey.prediction('spend'), 'count(view) >= 1'],
  ])('of %s are left out', (rule, facet, expected) => {
    expect(without(rule, facet)).toBe(expected);
  });

  it.each([
    ['city = 上海 or gender = F', facetKey.attribute('city')],
    ['gender = F and (city = 上海 or recency < 9)', facetKey.attribute('city')],
    ['count(view, category = 食品) >= 1 and gender = F', facetKey.category],
    ['cluster("map-1") = 2 and gender = F', facetKey.cluster('map-2')],
  ])('of %s stay where others depend on them', (rule, facet) => {
    expect(without(rule, facet)).toBe(printRule(parseRule(rule, names)));
  });
});

describe('the top level of a category', () => {
  it.each([
    ['数码/手机', '数码'],
    ['electronics.audio.phones', 'electronics'],
    ['Home > Kitchen', 'Home'],
    ['a|b', 'a'],
    ['plain', 'plain'],
    ['/odd', '/odd'],
  ])('of %s is %s', (name, topLevel) => expect(topCategory(name)).toBe(topLevel));
});
