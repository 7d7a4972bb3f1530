import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Amounts, AmountsBuilder, amountAt } from '../../../electron/engine/columns/amounts.ts';

interface Event {
  readonly item: number;
  readonly price: number;
  readonly money: number;
}

function built(events: readonly Event[]) {
  const builder = new AmountsBuilder(events.length, 9);
  events.forEach(({ item, price, money }, at) => {
    builder.set(at, item, price, money);
  });
  return builder.finish();
}

const numbersOf = (amounts: Amounts, length: number) => Array.from({ length }, (_, at) => amountAt(amounts, at));

describe('the amounts of events', () => {
  it('equal what was added, whether price and money are equal or not', () => {
    const amount = fc.oneof(fc.constant(Number.NaN), fc.integer({ min: 0, max: 3 }), fc.double({ noNaN: true }));
    const event = fc.record({ item: fc.nat(9), price: amount, money: fc.option(amount) });
    fc.assert(
      fc.property(fc.array(event), (drawn) => {
        const events = drawn.map(({ money, ...rest }): Event => ({ ...rest, money: money ?? rest.price }));
        const { price, money } = built(events);
        expect(numbersOf(price, events.length).map((value) => value + 0)).toEqual(events.map((one) => one.price + 0));
        expect(numbersOf(money, events.length).map((value) => value + 0)).toEqual(events.map((one) => one.money + 0));
      }),
    );
  });

  it('take two bytes each while few are distinct, and one array if the money is the price', () => {
    const { price, money } = built(Array.from({ length: 100 }, (_, i) => ({ item: 1, price: i % 5, money: i % 5 })));
    expect(price.codes).toHaveLength(100);
    expect(money).toBe(price);
  });

  it.each(['before', 'after'])(
    'are kept as numbers from the 65,536th distinct one on; money differs %s that',
    (when) => {
      const length = 70_000;
      const differs = when === 'before' ? 10 : 69_000;
      const events = Array.from({ length }, (_, i) => ({
        item: i % 9,
        price: i / 4,
        money: i < differs ? i / 4 : i / 2,
      }));
      const { price, money } = built(events);
      expect(price.codes).toBeNull();
      expect(numbersOf(price, length)).toEqual(events.map((event) => event.price));
      expect(numbersOf(money, length)).toEqual(events.map((event) => event.money));
    },
  );
});
