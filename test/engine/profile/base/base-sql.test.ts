import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleJob } from '../../../../electron/engine/sample/sample-job.ts';
import { segmentQueries } from '../../../../electron/engine/segment/queries.ts';
import { QueryState } from '../../../../electron/engine/segment/query-state.ts';
import { createWorkspace, type OpenWorkspace } from '../../../../electron/engine/store/workspace.ts';
import { valueJob } from '../../../../electron/engine/value/value-job.ts';
import type { BaseDetails, CustomerBase } from '../../../../shared/contract/base.ts';
import { LIFE_STAGES } from '../../../../shared/domain/life-stage.ts';
import { RFM_RANGES } from '../../../../shared/domain/rfm.ts';
import { jobContext } from '../../ingest/import-helpers.ts';

/** Day of an event in the zone of the sample, which has had no summer time since 1991. */
const DAY = "date(e.time / 1000, 'unixepoch', '+8 hours')";
const MONEY = 'coalesce(e.amount, coalesce(e.price, i.price) * coalesce(e.quantity, 1))';
/** A row per customer and day with a purchase or a return. */
const DAYS = `SELECT e.user, ${DAY} day, sum(a.name = 'purchase') purchases,
    sum(CASE a.name WHEN 'purchase' THEN ${MONEY} ELSE min(0, ${MONEY}) END) net,
    sum(CASE a.name WHEN 'purchase' THEN ${MONEY} ELSE 0 END) gross
  FROM events e JOIN actions a ON a.id = e.action LEFT JOIN items i ON i.id = e.item
  WHERE a.name IN ('purchase', 'return') AND ${DAY} <= $until GROUP BY e.user, day`;
const CUSTOMERS = `SELECT user, min(CASE WHEN purchases > 0 THEN day END) first, max(CASE WHEN purchases > 0 THEN day END) last,
    sum(purchases > 0) bought, sum(net) net, sum(gross) gross FROM days GROUP BY user HAVING first IS NOT NULL`;
const WITH = `WITH days AS (${DAYS}), customers AS (${CUSTOMERS})`;
/** Score of a rank as a share of the other customers. */
const SCORE = (order: string) => `min(5, 1 + cast(floor(5 * percent_rank() OVER (ORDER BY ${order})) AS INTEGER))`;

let workspace: OpenWorkspace;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portrait-test-'));
  workspace = createWorkspace(join(folder, 'shop.portrait'));
  await sampleJob({ seed: 5, users: 150 }, jobContext(workspace));
  await valueJob({ until: null, weeks: 13, replace: false }, jobContext(workspace));
  return () => {
    workspace.close();
    rmSync(folder, { recursive: true, force: true });
  };
});

const lastDay = () => workspace.db.prepare<[], string>(`SELECT max(${DAY}) FROM events e`).pluck().get()!;
/** The end of the data, and a day in the middle of an earlier month. */
const days = { end: () => lastDay(), earlier: () => `${lastDay().slice(0, 5)}04-13` };

describe.each(['end', 'earlier'] as const)('the customer base at the %s day', (which) => {
  let until: string;
  let base: CustomerBase;
  let details: BaseDetails;
  beforeAll(() => {
    until = days[which]();
    base = segmentQueries.base(new QueryState(workspace), { until: which === 'end' ? null : until });
    details = base.details!;
  });
  const all = <Row>(sql: string, parameters: Record<string, string | number> = {}) =>
    workspace.db.prepare(`${WITH} ${sql}`).all({ until, ...parameters }) as Row[];
  const one = <Row>(sql: string, parameters?: Record<string, string | number>) => all<Row>(sql, parameters)[0]!;

  it('has the customers and the money that SQL counts', () => {
    const counted = one<{ customers: number; net: number; gross: number; users: number }>(
      'SELECT count(*) customers, sum(net) net, sum(gross) gross, (SELECT count(*) FROM users) users FROM customers',
    );
    expect(base).toMatchObject({ until, customers: counted.customers, users: counted.users });
    expect(base.net).toBeCloseTo(counted.net, 6);
    expect(base.gross).toBeCloseTo(counted.gross, 6);
  });

  it('has the scores and names by RFM that SQL ranks', () => {
    const scores = all<{ r: number; f: number; m: number; net: number }>(
      `SELECT ${SCORE('last')} r, ${SCORE('bought')} f, ${SCORE('round(net, 6)')} m, net FROM customers`,
    );
    const cells = new Array<number>(25).fill(0);
    const money = new Array<number>(25).fill(0);
    const names = new Array<number>(RFM_RANGES.length).fill(0);
    for (const { r, f, m, net } of scores) {
      cells[5 * (r - 1) + f - 1]!++;
      money[5 * (r - 1) + f - 1]! += net;
      const fm = (f + m) / 2;
      names[
        RFM_RANGES.findIndex((range) => range.r[0] <= r && r <= range.r[1] && range.fm[0] <= fm && fm <= range.fm[1])
      ]!++;
    }
    expect([...details.rfm.cells.customers]).toEqual(cells);
    for (const [i, sum] of money.entries()) expect(details.rfm.cells.net[i]).toBeCloseTo(sum, 6);
    expect([...details.rfm.groups.customers]).toEqual(names);
  });

  it('has the life stages, and the movement between them, that follow from the gaps that SQL finds', () => {
    const { stages } = details;
    expect(stages).not.toBeNull();
    const { months, counts, moves, now, limits } = stages!;
    const ends = months.map((month) => {
      const end = one<{ day: string }>("SELECT date($month || '-01', '+1 month', '-1 day') day", { month }).day;
      return end < until ? end : until;
    });
    const codes = ends.map((end) =>
      stagesAt(
        all<{ user: number; day: string }>('SELECT user, day FROM days WHERE purchases > 0 ORDER BY user, day'),
        end,
      ),
    );
    const count = LIFE_STAGES.length;
    for (const [i, stage] of codes.entries()) {
      const expected = LIFE_STAGES.map((name) => [...stage.values()].filter((one) => one === name).length);
      expect([...counts.subarray(i * count, (i + 1) * count)]).toEqual(expected);
      if (i === 0) continue;
      for (const [from, name] of [...LIFE_STAGES, undefined].entries()) {
        const users = [...stage].filter(([user]) => codes[i - 1]!.get(user) === name);
        const row = ((i - 1) * (count + 1) + from) * count;
        const moved = LIFE_STAGES.map((to) => users.filter(([, one]) => one === to).length);
        expect([...moves.subarray(row, row + count)]).toEqual(moved);
      }
    }
    expect([...now.customers]).toEqual([...counts.subarray(-count)]);
    expect(now.net.reduce((sum, money) => sum + money, 0)).toBeCloseTo(base.net, 6);
    expect(limits.gone).toBeGreaterThanOrEqual(limits.late);
    expect(months.length).toBeGreaterThan(2);
  });

  it('has the Lorenz curve, the Gini coefficient and the tenths by money that SQL sums', () => {
    const ranked = all<{ net: number; place: number; n: number }>(
      'SELECT max(0, net) net, row_number() OVER (ORDER BY net DESC, user) - 1 place, count(*) OVER () n FROM customers ORDER BY net, user DESC',
    );
    const { concentration } = details;
    const n = ranked.length;
    const total = ranked.reduce((sum, { net }) => sum + net, 0);
    const differences = ranked.reduce((sum, a) => sum + ranked.reduce((own, b) => own + Math.abs(a.net - b.net), 0), 0);
    expect(concentration!.gini).toBeCloseTo(differences / (2 * n * total), 9);
    const tenth = ranked.filter(({ place }) => place < n / 10).reduce((sum, { net }) => sum + net, 0);
    expect(concentration!.topDecile).toBeCloseTo(tenth / total, 9);
    const half = ranked.slice(0, Math.floor(n / 2)).reduce((sum, { net }) => sum + net, 0);
    const next = ranked[Math.floor(n / 2)]!.net * (n / 2 - Math.floor(n / 2));
    expect(concentration!.lorenz[50]).toBeCloseTo((half + next) / total, 9);
    const sizes = new Array<number>(10).fill(0);
    for (const { place } of ranked) sizes[Math.floor((10 * place) / n)]!++;
    expect([...concentration!.deciles.customers]).toEqual(sizes);
    expect(concentration!.deciles.net[0]).toBeCloseTo(tenth, 6);
  });

  it('has the customers and the money by first month that SQL groups', () => {
    const { months, customers, buyers, net, gross, earlier } = details.cohorts;
    expect(earlier).toBe(0);
    const cells = all<{ first: string; since: number; buyers: number; net: number; gross: number }>(
      `SELECT substr(first, 1, 7) first,
         12 * (substr(day, 1, 4) - substr(first, 1, 4)) + substr(day, 6, 2) - substr(first, 6, 2) since,
         count(DISTINCT CASE WHEN purchases > 0 THEN user END) buyers, sum(d.net) net, sum(d.gross) gross
       FROM days d JOIN customers c USING (user) GROUP BY 1, 2`,
    );
    const size = months.length;
    const matrix = new Array<number>(size * size).fill(0);
    for (const { first, since, ...cell } of cells) {
      const at = months.indexOf(first) * size + since;
      matrix[at] = cell.buyers;
      expect(net[at]).toBeCloseTo(cell.net, 6);
      expect(gross[at]).toBeCloseTo(cell.gross, 6);
    }
    expect([...buyers]).toEqual(matrix);
    expect([...customers]).toEqual(months.map((_, row) => matrix[row * size]));
    expect(months.at(-1)).toBe(until.slice(0, 7));
  });

  it('compares the month with the same days of the month before, as SQL counts them', () => {
    const { current, previous } = details.change;
    for (const part of [current, previous!]) {
      const counted = one<{ buyers: number; newCustomers: number; purchases: number; net: number; gross: number }>(
        `SELECT count(DISTINCT CASE WHEN purchases > 0 THEN user END) buyers,
           (SELECT count(*) FROM customers WHERE first BETWEEN $from AND $to) newCustomers,
           sum(purchases > 0) purchases, sum(d.net) net, sum(d.gross) gross
         FROM days d JOIN customers c USING (user) WHERE day BETWEEN $from AND $to`,
        { from: part.from, to: part.to },
      );
      const { net, gross, ...counts } = counted;
      expect(part).toMatchObject(counts);
      expect(part.net).toBeCloseTo(net, 6);
      expect(part.gross).toBeCloseTo(gross, 6);
      const rows = all<{ user: number; day: string }>(
        'SELECT user, day FROM days WHERE purchases > 0 ORDER BY user, day',
      );
      const dayBefore = one<{ day: string }>("SELECT date($from, '-1 day') day", { from: part.from }).day;
      const [before, after] = [stagesAt(rows, dayBefore), stagesAt(rows, part.to)];
      const bought = new Set(rows.filter(({ day }) => day >= part.from && day <= part.to).map(({ user }) => user));
      expect(part.wonBack).toBe([...bought].filter((user) => before.get(user) === 'lapsed').length);
      expect(part.lapsed).toBe(
        [...after].filter(([user, stage]) => stage === 'lapsed' && before.get(user) !== 'lapsed').length,
      );
    }
    expect(current.from).toBe(`${until.slice(0, 7)}-01`);
    expect(current.to).toBe(until);
  });

  it('expects customers back by the formula of BG/NBD, of those that SQL counts', () => {
    if (which === 'earlier') return expect(details.noForecast).toBe('earlierDay');
    const { weeks, expected, low, high, past, alive, outdated } = details.forecast!;
    expect(outdated).toBe(false);
    const text = workspace.db.prepare<[], string>("SELECT value FROM settings WHERE name = 'value'").pluck().get()!;
    const { r, alpha, a, b } = JSON.parse(text).report.bgnbd as Record<'r' | 'alpha' | 'a' | 'b', number>;
    const histories = all<{ x: number; tx: number; T: number }>(
      `SELECT bought - 1 x, round((julianday(last) - julianday(first)) / 7, 2) tx,
         round((julianday($until) - julianday(first)) / 7, 2) T FROM customers`,
    );
    const aliveOf = histories.map(({ x, tx, T }) =>
      x === 0 ? 1 : 1 / (1 + (a / (b + x - 1)) * ((alpha + T) / (alpha + tx)) ** (r + x)),
    );
    expect(alive.value).toBeCloseTo(
      aliveOf.reduce((sum, chance) => sum + chance, 0),
      6,
    );
    for (const [k, horizon] of weeks.entries()) {
      const chances = histories.map(
        ({ x, T }, i) => aliveOf[i]! * (1 - ((alpha + T) / (alpha + T + horizon)) ** (r + x)),
      );
      expect(expected[k]).toBeCloseTo(
        chances.reduce((sum, chance) => sum + chance, 0),
        6,
      );
      expect(low[k]).toBeLessThan(expected[k]!);
      expect(high[k]).toBeGreaterThan(expected[k]!);
      const returned = one<{ customers: number }>(
        `SELECT count(*) customers FROM customers WHERE last > date($until, '-' || $days || ' days')
           AND first <= date($until, '-' || $days || ' days')`,
        { days: 7 * horizon },
      );
      expect(past[k]).toBe(returned.customers);
    }
  });
});

/** Stages by user at the end of a day, from the days with a purchase, by the rules of docs/PORTRAIT.md. */
function stagesAt(rows: readonly { user: number; day: string }[], end: string): Map<number, string> {
  const days = Map.groupBy(
    rows.filter(({ day }) => day <= end),
    ({ user }) => user,
  );
  const number = (day: string) => Date.parse(day) / 86_400_000;
  const gapsOf = (list: readonly { day: string }[]) =>
    list.slice(1).map(({ day }, i) => number(day) - number(list[i]!.day));
  const shop = [...days.values()].flatMap(gapsOf).sort((a, b) => a - b);
  return new Map(
    [...days].map(([user, list]) => {
      const own = gapsOf(list).toSorted((a, b) => a - b);
      const scale = own.length < 4 ? 1 : quantile(own, 0.5) / quantile(shop, 0.5);
      const [late, gone] = [quantile(shop, 0.8) * scale, quantile(shop, 0.95) * scale];
      const since = (day: string) => number(end) - number(day);
      const ended = gapsOf(list).some((gap, i) => gap > gone && since(list[i + 1]!.day) <= late);
      if (since(list.at(-1)!.day) > gone) return [user, 'lapsed'];
      if (since(list.at(-1)!.day) > late) return [user, 'atRisk'];
      if (since(list[0]!.day) <= late) return [user, 'new'];
      return [user, ended ? 'wonBack' : 'active'];
    }),
  );
}

/** Quantile of ascending values, interpolated. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return below + (above - below) * (at % 1);
}
