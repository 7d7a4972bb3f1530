import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPurchase } from '../../../shared/domain/actions.ts';
import { csvLine } from '../../../shared/domain/csv.ts';
import { editDistance, nearestNames } from '../../../shared/domain/nearest-names.ts';

describe('names', () => {
  it('finds the nearest to a mistyped one', () => {
    expect(nearestNames('veiw', ['view', 'cart', 'purchase'])).toEqual(['view']);
    expect(nearestNames('Purchas', ['view', 'purchase', 'purchased'])).toEqual(['purchase', 'purchased']);
    expect(nearestNames('xyz', ['view', 'cart'])).toEqual([]);
  });

  it('measures a distance: symmetric, nought for the same, never more than by replacing all', () => {
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

  it('knows a purchase by its many names', () => {
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

  it('quotes cells of CSV only where they must be', () => {
    expect(csvLine(['a', 1.5, null, 'b,c', 'say "hi"', 'two\nlines', '中文'])).toBe(
      'a,1.5,,"b,c","say ""hi""","two\nlines",中文',
    );
  });
});
