import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPurchase } from '../../../shared/domain/actions.ts';
import { csvLine } from '../../../shared/domain/csv.ts';
import { editDistance, nearestNames } from '../../../shared/domain/nearest-names.ts';

describe('names', () => {
  it('are suggested by similarity to a mistyped one', () => {
    expect(nearestNames('veiw', ['view', 'cart', 'purchase'])).toEqual(['view']);
    expect(nearestNames('Purchas', ['view', 'purchase', 'purchased'])).toEqual(['purchase', 'purchased']);
    expect(nearestNames('xyz', ['view', 'cart'])).toEqual([]);
  });

  it('have an edit distance that is symmetric, zero for equal names and at most the length of the longer', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(editDistance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
    expect(editDistance('kitten', 'sitting')).toBe(3);
  });

  it('of purchases are recognised in many forms', () => {
    for (const name of [
      'purchase',
      'Purchase',
      'BUY',
      'order_completed',
      'Order-Completed',
      'paid',
      '购买',
      ' 下单 ',
      '支付',
    ]) {
      expect(isPurchase(name)).toBe(true);
    }
    for (const name of ['view', 'cart', 'add_to_cart', 'review', 'search', '浏览', ''])
      expect(isPurchase(name)).toBe(false);
  });

  it('are quoted in CSV cells only where necessary', () => {
    expect(csvLine(['a', 1.5, null, 'b,c', 'say "hi"', 'two\nlines', '中文'])).toBe(
      'a,1.5,,"b,c","say ""hi""","two\nlines",中文',
    );
  });
});
