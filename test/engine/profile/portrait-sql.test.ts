import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleJob } from '../../../electron/engine/sample/sample-job.ts';
import { segmentQueries } from '../../../electron/engine/segment/queries.ts';
import { QueryState } from '../../../electron/engine/segment/query-state.ts';
import { createWorkspace, type OpenWorkspace } from '../../../electron/engine/store/workspace.ts';
import { valueJob } from '../../../electron/engine/value/value-job.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { jobContext } from '../ingest/import-helpers.ts';

/** Users of the sample: one of each tenth. */
const USERS = Array.from({ length: 10 }, (_, i) => `U10${String(1 + 15 * i).padStart(4, '0')}`);

/** Day of an event in the zone of the sample, which has had no summer time since 1991. */
const DAY = "date(e.time / 1000, 'unixepoch', '+8 hours')";
const PURCHASES = `events e JOIN actions a ON a.id = e.action AND a.name = 'purchase' LEFT JOIN items i ON i.id = e.item`;
const CATEGORY = 'coalesce(e.category, i.category)';
const EVENTS = `events e LEFT JOIN items i ON i.id = e.item`;
/** Score of a rank as a share of the other customers. */
const SCORE = (order: string) => `min(5, 1 + cast(floor(5 * percent_rank() OVER (ORDER BY ${order})) AS INTEGER))`;

let workspace: OpenWorkspace;
let portraits: Map<string, Output<'profile.user'>>;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portrait-test-'));
  workspace = createWorkspace(join(folder, 'shop.portrait'));
  await sampleJob({ seed: 5, users: 150 }, jobContext(workspace));
  await valueJob({ until: null, weeks: 13, replace: false }, jobContext(workspace));
  const state = new QueryState(workspace);
  portraits = new Map(USERS.map((user) => [user, segmentQueries.portrait(state, { user })]));
  return () => {
    workspace.close();
    rmSync(folder, { recursive: true, force: true });
  };
});

const all = <Row>(sql: string, ...values: (string | number)[]) => workspace.db.prepare(sql).all(...values) as Row[];
const one = <Row>(sql: string, ...values: (string | number)[]) => all<Row>(sql, ...values)[0]!;
const idOf = (user: string) => one<{ id: number }>('SELECT id FROM users WHERE name = ?', user).id;

describe.each(USERS)('what the portrait of %s says', (user) => {
  it('about purchases and RFM is what SQL counts', () => {
    const rows = all<{ user: number; purchases: number; first: string; last: string; spent: number }>(
      `SELECT e.user, count(DISTINCT ${DAY}) purchases, min(${DAY}) first, max(${DAY}) last,
         sum(coalesce(e.amount, coalesce(e.price, i.price) * coalesce(e.quantity, 1))) spent
       FROM ${PURCHASES} GROUP BY e.user`,
    );
    const row = rows.find((customer) => customer.user === idOf(user));
    const { customer } = portraits.get(user)!;
    if (!row) return expect(customer).toBeNull();
    const { user: _, spent, ...counted } = row;
    expect(customer).toMatchObject({ ...counted, customers: rows.length });
    expect(customer!.spent).toBeCloseTo(spent, 6);
    expect(customer!.average).toBeCloseTo(spent / row.purchases, 6);
    const scores = one<{ r: number; f: number; m: number }>(
      `WITH c AS (SELECT e.user, max(${DAY}) last, count(DISTINCT ${DAY}) purchases,
           sum(coalesce(e.amount, coalesce(e.price, i.price) * coalesce(e.quantity, 1))) spent
         FROM ${PURCHASES} GROUP BY e.user),
       s AS (SELECT user, ${SCORE('last')} r, ${SCORE('purchases')} f, ${SCORE('round(spent, 6)')} m FROM c)
       SELECT r, f, m FROM s WHERE user = ?`,
      idOf(user),
    );
    expect(customer!.rfm).toMatchObject(scores);
  });

  it('about its life stage follows from the gaps that SQL finds', () => {
    const { customer } = portraits.get(user)!;
    if (!customer) return;
    const gapsOf = (condition: string) =>
      all<{ gap: number }>(
        `WITH d AS (SELECT DISTINCT e.user, ${DAY} day FROM ${PURCHASES}),
         g AS (SELECT user, julianday(day) - julianday(lag(day) OVER (PARTITION BY user ORDER BY day)) gap FROM d)
         SELECT gap FROM g WHERE gap IS NOT NULL AND ${condition} ORDER BY gap`,
      ).map(({ gap }) => gap);
    const [shop, own] = [gapsOf('1'), gapsOf(`user = ${idOf(user)}`)];
    const { stage } = customer;
    const scale = own.length < 4 ? 1 : quantile(own, 0.5) / quantile(shop, 0.5);
    expect(stage).toMatchObject({ gaps: own.length, shopMedian: quantile(shop, 0.5) });
    expect(stage!.riskAfter).toBeCloseTo(scale * quantile(shop, 0.8), 9);
    expect(stage!.lapsedAfter).toBeCloseTo(scale * quantile(shop, 0.95), 9);
    const silent = one<{ days: number }>(
      `SELECT julianday((SELECT max(${DAY}) FROM events e)) - julianday(?) days`,
      customer.last,
    ).days;
    expect(stage!.silent).toBe(silent);
    const expected = silent > stage!.lapsedAfter ? 'lapsed' : silent > stage!.riskAfter ? 'atRisk' : null;
    if (expected) expect(stage!.stage).toBe(expected);
    else expect(['new', 'wonBack', 'active']).toContain(stage!.stage);
  });

  it('about interests is what SQL counts, with both halves of the events', () => {
    const { interests } = portraits.get(user)!;
    for (const interest of interests.categories) {
      const counted = one<Record<'events' | 'earlier' | 'recent' | 'total' | 'overall' | 'everything', number>>(
        `WITH known AS (SELECT ${CATEGORY} category, row_number() OVER (ORDER BY e.time, e.seq) place,
             count(*) OVER () total FROM ${EVENTS} WHERE e.user = ? AND ${CATEGORY} IS NOT NULL)
         SELECT count(*) events, sum(place <= total / 2) earlier, sum(place > total / 2) recent, max(total) total,
           (SELECT count(*) FROM ${EVENTS} JOIN categories c ON c.id = ${CATEGORY} AND c.name = ?) overall,
           (SELECT count(*) FROM ${EVENTS} WHERE ${CATEGORY} IS NOT NULL) everything
         FROM known k JOIN categories c ON c.id = k.category WHERE c.name = ?`,
        ...[idOf(user), interest.name, interest.name],
      );
      const { events, earlier, recent, total, overall, everything } = counted;
      expect(interest).toMatchObject({ events, earlier, recent });
      expect(interest.share).toBeCloseTo(events / total, 12);
      expect(interest.overallShare).toBeCloseTo(overall / everything, 12);
    }
  });

  it('about habits and prices is what SQL counts', () => {
    const { habits, price } = portraits.get(user)!;
    const local = "e.time / 1000, 'unixepoch', '+8 hours'";
    const counts = (where: string) =>
      one<Record<'total' | 'night' | 'morning' | 'afternoon' | 'evening' | 'weekend', number>>(
        `SELECT count(*) total, sum(h < 6) night, sum(h >= 6 AND h < 12) morning, sum(h >= 12 AND h < 18) afternoon,
           sum(h >= 18) evening, sum(w IN ('0', '6')) weekend
         FROM (SELECT cast(strftime('%H', ${local}) AS INTEGER) h, strftime('%w', ${local}) w FROM events e WHERE ${where})`,
      );
    const [own, everyone] = [counts(`e.user = ${idOf(user)}`), counts('1')];
    for (const { when, events, share, overall } of habits) {
      expect(events).toBe(own[when]);
      expect(share).toBeCloseTo(own[when] / own.total, 12);
      expect(overall).toBeCloseTo(everyone[when] / everyone.total, 12);
    }
    const paid = `SELECT ${CATEGORY} category, coalesce(e.price, i.price) price, e.user FROM ${PURCHASES}`;
    const percentile = one<{ mean: number | null; purchases: number }>(
      `WITH paid AS (${paid}), busy AS (SELECT category FROM paid GROUP BY category HAVING count(*) >= 20)
       SELECT avg((SELECT 100.0 * (sum(q.price < p.price) + sum(q.price <= p.price)) / 2 / count(*)
                   FROM paid q WHERE q.category = p.category)) mean, count(*) purchases
       FROM paid p WHERE p.user = ? AND p.category IN (SELECT category FROM busy)`,
      idOf(user),
    );
    if (percentile.purchases < 3) return expect(price).toBeNull();
    expect(price!.purchases).toBe(percentile.purchases);
    expect(price!.percentile.value).toBeCloseTo(percentile.mean!, 9);
  });

  it('about its measures, its months and the users beside it is what SQL finds', () => {
    const portrait = portraits.get(user)!;
    const counted = one<{ events: number; sessions: number; frequency: number }>(
      `SELECT count(*) events, count(DISTINCT e.session) sessions, sum(a.name = 'purchase') frequency
       FROM events e JOIN actions a ON a.id = e.action WHERE e.user = ?`,
      idOf(user),
    );
    for (const [measure, value] of Object.entries(counted))
      expect(portrait.measures[measure as keyof typeof counted].value).toBe(value);
    const months = all<{ month: string; events: number }>(
      `SELECT strftime('%Y-%m', e.time / 1000, 'unixepoch', '+8 hours') month, count(*) events
       FROM events e WHERE e.user = ? GROUP BY month ORDER BY month`,
      idOf(user),
    );
    expect(portrait.months.map((month, i) => ({ month, events: portrait.monthly[i] }))).toEqual(months);
    const names = all<{ name: string }>('SELECT name FROM users ORDER BY name').map(({ name }) => name);
    const at = names.indexOf(user);
    expect([portrait.previous, portrait.next]).toEqual([names[at - 1] ?? null, names[at + 1] ?? null]);
  });
});

/** Quantile of ascending values, interpolated. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return below + (above - below) * (at % 1);
}
