import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWithEveryone } from '../../../electron/engine/segment/compare-with-everyone.ts';
import { benjaminiHochberg, estimateLift } from '../../../electron/engine/segment/lift.ts';
import { logFisher } from '../../../shared/domain/fisher.ts';
import { logGamma } from '../../../shared/domain/log-gamma.ts';
import { Random } from '../../../shared/domain/random.ts';
import { fillShop, type ShopEvent, testWorkspace } from '../../support/shop.ts';

describe('lift', () => {
  it('is the share of members divided by the share of all users, within its interval', () => {
    const { lift, low, high } = estimateLift(30, 100, 60, 1000);
    expect(lift).toBeCloseTo(5);
    expect(low).toBeLessThan(5);
    expect(high).toBeGreaterThan(5);
    expect(estimateLift(0, 100, 60, 1000)).toMatchObject({ lift: 0, low: 0 });
    expect(estimateLift(0, 100, 60, 1000).high).toBeLessThan(1);
  });

  it('has an interval that contains the true ratio in 95 % of samples', () => {
    const random = new Random(11);
    const binomial = (n: number, p: number) => Array.from({ length: n }, () => random.chance(p)).filter(Boolean).length;
    const truth = 0.3 / ((200 * 0.3 + 800 * 0.1) / 1000);
    let held = 0;
    const runs = 1500;
    for (let run = 0; run < runs; run++) {
      const members = binomial(200, 0.3);
      const { low, high } = estimateLift(members, 200, members + binomial(800, 0.1), 1000);
      if (low <= truth && truth <= high) held++;
    }
    // Three standard errors of a share of 95 %: 1.7 points.
    expect(Math.abs(held / runs - 0.95)).toBeLessThan(0.017);
  });

  it('is tested exactly: Fisher’s tea lady, and every small table', () => {
    // Three of four cups right: one-sided p = 17/70; doubled.
    expect(Math.exp(logFisher(3, 4, 4, 8))).toBeCloseTo(34 / 70, 10);
    const choose = (n: number, k: number): number =>
      k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k;
    const table = fc
      .record({ total: fc.integer({ min: 1, max: 30 }), a: fc.nat(), b: fc.nat(), c: fc.nat() })
      .map(({ total, a, b, c }) => {
        const [drawn, marked] = [a % (total + 1), b % (total + 1)];
        const least = Math.max(0, drawn + marked - total);
        return { total, drawn, marked, found: least + (c % (Math.min(drawn, marked) - least + 1)) };
      });
    fc.assert(
      fc.property(table, ({ total, drawn, marked, found }) => {
        const tail = (from: number, to: number) => {
          let sum = 0;
          for (let k = from; k <= to; k++)
            sum += (choose(marked, k) * choose(total - marked, drawn - k)) / choose(total, drawn);
          return sum;
        };
        const side = found >= (drawn * marked) / total ? tail(found, drawn) : tail(0, found);
        expect(Math.exp(logFisher(found, drawn, marked, total))).toBeCloseTo(Math.min(1, 2 * side), 8);
      }),
    );
  });

  it('has p-values below the smallest double', () => {
    const logP = logFisher(50_000, 50_000, 60_000, 1_000_000);
    expect(logP).toBeLessThan(-100_000);
    expect(logGamma(101)).toBeCloseTo(363.7393755556, 8);
  });

  it('is corrected for multiple testing like Benjamini and Hochberg', () => {
    const p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324];
    const q = benjaminiHochberg(Float64Array.from(p, Math.log)).map(Math.exp);
    [0.001, 0.002, 0.00633, 0.02375, 0.0402, 0.0425, 0.0425, 0.043, 0.051, 0.324].forEach((value, i) => {
      expect(q[i]).toBeCloseTo(value, 3);
    });
  });

  it('finds the features that distinguish members, best first, and none in a random sample', () => {
    const workspace = testWorkspace();
    const random = new Random(3);
    const events: ShopEvent[] = [];
    const users: Record<string, Record<string, string>> = {};
    for (let u = 0; u < 400; u++) {
      const special = u < 80;
      users[`u${u}`] = { city: random.chance(special ? 0.7 : 0.2) ? '上海' : '北京' };
      const add = (action: string, category: string, item: string, brand: string) =>
        events.push({ user: `u${u}`, time: events.length, action, category, item, brand });
      for (let n = 0; n < 4; n++)
        add('view', `c${random.integer(4)}`, `i${random.integer(30)}`, `b${random.integer(3)}`);
      if (random.chance(special ? 0.9 : 0.1)) add('purchase', '数码/手机', 'phone', '云帆');
    }
    fillShop(workspace, { events, users, items: [{ item: 'phone', title: '云帆 智能手机' }] });
    const { db } = workspace;
    const ids = (names: string[]) =>
      Int32Array.from(names, (name) =>
        Number(db.prepare('SELECT id FROM users WHERE name = ?').pluck().get(name)),
      ).sort();
    const options = { minimumUsers: 10, liftRows: 50 };

    const { lift, tested } = compareWithEveryone(db, ids(Array.from({ length: 80 }, (_, u) => `u${u}`)), options);
    const row = lift.name.indexOf('数码/手机');
    expect(row).toBeLessThan(4);
    expect([lift.kind[row], lift.of[row]]).toEqual(['behaviour', 'purchase']);
    const bought = events.filter((event) => event.action === 'purchase');
    expect(lift.everyone[row]).toBe(bought.length);
    expect(lift.members[row]).toBe(bought.filter((event) => Number(event.user.slice(1)) < 80).length);
    expect(lift.lift[row]).toBeCloseTo(lift.members[row]! / 80 / (bought.length / 400));
    expect(lift.low[row]).toBeGreaterThan(2);
    expect(lift.q[row]).toBeLessThan(1e-20);
    expect(lift.title[lift.name.indexOf('phone')]).toBe('云帆 智能手机');
    const cities = lift.kind.indexOf('attribute');
    expect(cities).toBeLessThan(8);
    expect(lift.of[cities]).toBe('city');
    expect([...lift.p]).toEqual([...lift.p].sort((a, b) => a - b));
    expect(tested).toBeGreaterThan(30);

    const names = Array.from({ length: 400 }, (_, u) => `u${u}`);
    random.shuffle(names);
    const drawn = compareWithEveryone(db, ids(names.slice(0, 80)), options);
    expect(drawn.tested).toBe(tested);
    expect([...drawn.lift.q].filter((q) => q < 0.05)).toEqual([]);
  });

  it('is not tested for features of too few users, and an empty segment has none', () => {
    const workspace = testWorkspace();
    const events = Array.from({ length: 12 }, (_, u) => ({
      user: `u${u}`,
      time: u,
      action: 'view',
      item: u < 3 ? 'rare' : 'often',
    }));
    fillShop(workspace, { events });
    const compare = (minimumUsers: number, members = Int32Array.of(1, 2)) =>
      compareWithEveryone(workspace.db, members, { minimumUsers, liftRows: 10 }).lift.name;
    expect(compare(4)).not.toContain('rare');
    expect(compare(3)).toContain('rare');
    expect(compare(1, new Int32Array())).toEqual([]);
  });
});
