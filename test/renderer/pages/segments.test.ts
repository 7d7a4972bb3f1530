import { describe, expect, it } from 'vitest';
import { classifyActions, templates } from '../../../renderer/pages/segments/templates.ts';
import { Rule } from '../../../shared/domain/rule.ts';

const keys = (actions: string[], money: number | null) =>
  templates(classifyActions(actions), money).map(({ key }) => key);

describe('rule templates', () => {
  it('use the names of the shop’s actions', () => {
    expect(classifyActions(['remove_from_cart', 'cart', 'Order Completed', 'pv'])).toEqual({
      view: 'pv',
      cart: 'cart',
      purchase: 'Order Completed',
    });
    expect(classifyActions(['浏览', '加购', '购买'])).toEqual({ view: '浏览', cart: '加购', purchase: '购买' });
  });

  it('are offered only if the shop has the actions that they use', () => {
    expect(keys(['view', 'cart', 'purchase'], 500)).toEqual([
      'neverBought',
      'inCart',
      'recentBuyers',
      'quiet',
      'fresh',
      'loyal',
    ]);
    expect(keys(['listen'], null)).toEqual(['fresh']);
    expect(keys(['view', 'purchase'], null)).not.toContain('quiet');
  });

  it('are valid rules, with figures of the shop', () => {
    for (const { rule } of templates(classifyActions(['view', 'cart', 'purchase']), 123)) {
      expect(Rule.safeParse(rule).success).toBe(true);
    }
    const quiet = templates(classifyActions([]), 123).find(({ key }) => key === 'quiet');
    expect(quiet?.rule).toMatchObject({ all: [{ measure: 'monetary', op: '>=', value: 123 }, {}] });
  });
});
