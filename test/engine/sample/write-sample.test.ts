import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archetypes } from '../../../electron/engine/sample/archetypes.ts';
import { writeSample } from '../../../electron/engine/sample/write-sample.ts';

const FILES = ['events.csv', 'items.csv', 'users.csv', 'truth.csv'];

/** The generator quotes only titles, and none of them spans lines. */
function read(folder: string, file: string): Record<string, string>[] {
  const [header = '', ...lines] = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
      cell.replace(/^"|"$/g, ''),
    );
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

const hash = (folder: string) =>
  FILES.map((file) =>
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex'),
  );

describe('the sample shop', () => {
  const folders = Array.from({ length: 4 }, () => mkdtempSync(join(tmpdir(), 'sample-')));
  const [shop = '', again = '', other = '', small = ''] = folders;
  let events: Record<string, string>[];
  let items: Record<string, string>[];
  let users: Record<string, string>[];
  let truth: Record<string, string>[];

  beforeAll(() => {
    writeSample(shop, { seed: 7, users: 2000 });
    writeSample(again, { seed: 7, users: 2000 });
    writeSample(other, { seed: 8, users: 300 });
    writeSample(small, { seed: 7, users: 300 });
    events = read(shop, 'events.csv');
    items = read(shop, 'items.csv');
    users = read(shop, 'users.csv');
    truth = read(shop, 'truth.csv');
  });
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  it('is the same to the byte for equal seeds, and differs for others', () => {
    expect(hash(again)).toEqual(hash(shop));
    expect(hash(other)).not.toEqual(hash(small));
  });

  it('generates the same year for a user however many others there are', () => {
    const part = readFileSync(join(small, 'events.csv'), 'utf8');
    expect(readFileSync(join(shop, 'events.csv'), 'utf8').startsWith(part)).toBe(true);
  });

  it('has the size of a small shop: about sixty events per user, a thousand items, sixteen or so categories', () => {
    expect(truth).toHaveLength(2000);
    expect(events.length).toBeGreaterThan(110_000);
    expect(events.length).toBeLessThan(140_000);
    expect(items.length).toBeGreaterThan(900);
    expect(items.length).toBeLessThan(1150);
    const categories = new Set(items.map((item) => item.category));
    expect(categories.size).toBeGreaterThanOrEqual(12);
    for (const category of categories) expect(category).toMatch(/^[^/]+\/[^/]+$/);
    expect(new Set(items.map((item) => item.item)).size).toBe(items.length);
    expect(new Set(items.map((item) => item.title)).size).toBe(items.length);
    expect(new Set(items.map((item) => item.title_en)).size).toBe(items.length);
  });

  it('names the item, category, brand and user of every event', () => {
    const catalogue = new Map(items.map((item) => [item.item, `${item.category} ${item.brand}`]));
    const people = new Set(truth.map((row) => row.user));
    for (const event of events) {
      if (!people.has(event.user)) throw new Error(`unknown user ${event.user}`);
      if (event.action === 'search') expect(event.item).toBe('');
      else if (catalogue.get(event.item!) !== `${event.category} ${event.brand}`)
        throw new Error(`no item ${event.item}`);
    }
    for (const { user } of users) expect(people.has(user)).toBe(true);
  });

  it('has purchases of items in the cart only, for price times quantity', () => {
    const carts = new Set<string>();
    for (const { action, user, item, price, quantity, amount } of events) {
      if (action === 'cart') carts.add(`${user} ${item}`);
      if (action !== 'purchase') continue;
      if (!carts.has(`${user} ${item}`)) throw new Error(`${user} paid for ${item} without a cart`);
      if (Math.abs(Number(price) * Number(quantity) - Number(amount)) > 0.01 * Number(quantity))
        throw new Error(`${user}: ${amount}`);
    }
  });

  it('keeps each user’s events in order and within one year of China’s time', () => {
    let before = events[0]!;
    for (const event of events) {
      expect(event.time! >= '2025-11-01T00:00:00+08:00' && event.time! < '2026-11-01T00:00:00+08:00').toBe(true);
      if (event.user === before.user && event.time! < before.time!) throw new Error(`${event.user} goes back in time`);
      before = event;
    }
  });

  it('has every archetype in its proportion, and attributes of about 60 % of users', () => {
    for (const { name, share } of archetypes) {
      const actualShare = truth.filter((row) => row.archetype === name).length / truth.length;
      expect(Math.abs(actualShare - share)).toBeLessThan(0.03);
    }
    expect(archetypes.reduce((sum, a) => sum + a.share, 0)).toBeCloseTo(1);
    expect(Math.abs(users.length / truth.length - 0.6)).toBeLessThan(0.04);
    const women = (name: string) => {
      const of = new Set(truth.filter((row) => row.archetype === name).map((row) => row.user));
      const declared = users.filter((user) => of.has(user.user));
      return declared.filter((user) => user.gender === 'F').length / declared.length;
    };
    expect(women('beauty')).toBeGreaterThan(0.8);
    expect(women('gamer')).toBeLessThan(0.3);
  });

  it('has its best days during sales', () => {
    const sales = new Map<string, number>();
    for (const { action, time } of events) {
      if (action === 'purchase') sales.set(time!.slice(0, 10), (sales.get(time!.slice(0, 10)) ?? 0) + 1);
    }
    const busiest = [...sales]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 5)
      .map(([day]) => day);
    expect(busiest).toContain('2025-11-11');
    expect(busiest.some((day) => day >= '2026-06-16' && day <= '2026-06-18')).toBe(true);
  });

  it('contains reviews in Chinese with ratings from one to five', () => {
    const reviews = events.filter((event) => event.action === 'review');
    expect(new Set(reviews.map((event) => event.rating))).toEqual(new Set(['1', '2', '3', '4', '5']));
    for (const { text } of reviews) expect(text).toMatch(/\p{Script=Han}{4}/u);
  });

  it('contains a few accounts that act faster than people', () => {
    const fraud = new Set(truth.filter((row) => row.fraud === '1').map((row) => row.user));
    expect(fraud.size).toBeGreaterThanOrEqual(10);
    expect(fraud.size).toBeLessThanOrEqual(20);
    const night = (of: Record<string, string>[]) =>
      of.filter(({ time }) => time!.slice(11, 13) >= '02' && time!.slice(11, 13) < '06').length / of.length;
    expect(night(events.filter((event) => fraud.has(event.user!)))).toBeGreaterThan(0.95);
    expect(night(events.filter((event) => !fraud.has(event.user!)))).toBeLessThan(0.1);
  });

  it('has archetypes that differ in the categories that users view', () => {
    const names = [...new Set(items.map((item) => item.category!))];
    const vectors = new Map<string, number[]>();
    for (const { user, category } of events) {
      if (!category) continue;
      const vector = vectors.get(user!) ?? names.map(() => 0);
      vector[names.indexOf(category)]!++;
      vectors.set(user!, vector);
    }
    const unit = (vector: number[]) => {
      const length = Math.hypot(...vector);
      return vector.map((value) => value / length);
    };
    const people = truth
      .filter((row) => row.fraud === '0')
      .map((row) => ({ archetype: row.archetype, at: unit(vectors.get(row.user!)!) }));
    const [trainingPeople, testPeople] = [people.filter((_, i) => i % 2 === 0), people.filter((_, i) => i % 2 === 1)];
    const centres = archetypes.map(({ name }) => {
      const members = trainingPeople.filter((person) => person.archetype === name);
      return unit(names.map((_, c) => members.reduce((sum, person) => sum + person.at[c]!, 0)));
    });
    const nearest = (at: number[]) => {
      const scores = centres.map((centre) => centre.reduce((sum, value, c) => sum + value * at[c]!, 0));
      return archetypes[scores.indexOf(Math.max(...scores))]!.name;
    };
    const right = testPeople.filter((person) => nearest(person.at) === person.archetype).length / testPeople.length;
    expect(right).toBeGreaterThan(0.8);
    expect(right).toBeLessThan(1);
  });

  it('is predictable: the previously viewed item predicts the next one better than popularity', () => {
    const views = Map.groupBy(
      events.filter((event) => event.action === 'view'),
      (event) => event.user!,
    );
    const train = new Map<string, Map<string, number>>();
    const popular = new Map<string, number>();
    const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
    const top = (map: Map<string, number> | undefined) =>
      [...(map ?? [])]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 10)
        .map(([key]) => key);
    for (const history of views.values()) {
      history.slice(0, -1).forEach((event, i) => {
        count(popular, event.item!);
        if (i === 0) return;
        const before = history[i - 1]!.item!;
        count(fresh(train, before), event.item!);
      });
    }
    let byPair = 0;
    let byPopularity = 0;
    const best = new Set(top(popular));
    for (const history of views.values()) {
      const [before, last] = history.slice(-2);
      if (!before || !last) continue;
      if (top(train.get(before.item!)).includes(last.item!)) byPair++;
      if (best.has(last.item!)) byPopularity++;
    }
    expect(byPair).toBeGreaterThan(3 * byPopularity);
  });
});

function fresh(map: Map<string, Map<string, number>>, key: string): Map<string, number> {
  const existing = map.get(key) ?? new Map<string, number>();
  map.set(key, existing);
  return existing;
}
