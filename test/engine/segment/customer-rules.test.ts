import { describe, expect, it } from 'vitest';
import { type RuleEvaluator, sqliteEvaluator } from '../../../electron/engine/columns/rule-evaluator.ts';
import { segmentQueries } from '../../../electron/engine/segment/queries.ts';
import { QueryState } from '../../../electron/engine/segment/query-state.ts';
import { ruleIds } from '../../../electron/engine/segment/rule-ids.ts';
import type { OpenWorkspace } from '../../../electron/engine/store/workspace.ts';
import { changeSettings } from '../../../electron/engine/store/workspace-settings.ts';
import { baseRules } from '../../../shared/domain/base-rules.ts';
import { RFM_NAMES } from '../../../shared/domain/customer-words.ts';
import { LIFE_STAGES } from '../../../shared/domain/life-stage.ts';
import { Random } from '../../../shared/domain/random.ts';
import type { Rule } from '../../../shared/domain/rule.ts';
import { parseRule } from '../../../shared/domain/rule-parse.ts';
import { printRule } from '../../../shared/domain/rule-print.ts';
import { fillShop, type ShopEvent, testWorkspace } from '../../support/shop.ts';
import { matches } from './naive.ts';
import type { Truth } from './naive-events.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2025, 9, 3);

/** A shop of 120 users over five months, some of whom stop, return things, or never buy. */
function shop(): Truth {
  const random = new Random(4);
  const events: ShopEvent[] = [];
  for (let u = 0; u < 120; u++) {
    const user = `u${u}`;
    const gap = 24 * HOUR * (1 + random.integer(30));
    let time = START + random.integer(150 * 24) * HOUR;
    events.push({ user, time, action: 'view' });
    while (time < START + 150 * 24 * HOUR && u % 10 > 0) {
      events.push({ user, time, action: 'purchase', amount: 1 + random.integer(40) });
      if (random.chance(0.1)) events.push({ user, time: time + HOUR, action: 'return', amount: -random.integer(60) });
      if (random.chance(0.1)) break;
      time += random.integer(2 * gap);
    }
  }
  return { events, users: {}, zone: 'Asia/Shanghai' };
}

const truth = shop();

function workspaceOf({ events, zone }: Truth): OpenWorkspace {
  const workspace = testWorkspace();
  fillShop(workspace, { events });
  changeSettings(workspace.db, { timeZone: zone ?? null });
  return workspace;
}

describe.each([
  ['SQLite', (workspace: OpenWorkspace) => sqliteEvaluator(workspace.db, ruleIds(workspace))],
  ['columns', (workspace: OpenWorkspace) => new QueryState(workspace).evaluator()],
])('conditions on customers, by %s,', (_, evaluatorOf) => {
  it('hold for those for whom a scan of the events says so', () => {
    const workspace = workspaceOf(truth);
    const evaluator: RuleEvaluator = evaluatorOf(workspace);
    const name = workspace.db.prepare<[number], string>('SELECT name FROM users WHERE id = ?').pluck();
    const users = [...new Set(truth.events.map(({ user }) => user))];
    for (const text of [
      'life_stage = lapsed',
      'life_stage in ("at risk", Active)',
      'life_stage(2025-12) = new',
      'life_stage(2026-01-15) != lapsed',
      'life_stage(2025-10-04) = new',
      'rfm = champions',
      'rfm not in (lost, about_to_sleep)',
      'recency_score >= 4 and frequency_score = 1',
      'monetary_score < 3',
      'monetary_decile = 1',
      'first_purchase = 2025-11',
      'first_purchase < 2025-11-20',
      'last_purchase >= 2026-02',
      'purchase_day = 2025-12-24..2026-01-06',
      'not purchase_day != 2026',
    ]) {
      const rule = parseRule(text);
      const expected = users.filter((user) => matches(rule, user, truth, [])).sort();
      expect([...evaluator.members(rule)].map((id) => name.get(id)).sort(), text).toEqual(expected);
    }
  });
});

it('each figure of the customer base counts the users of its rule', () => {
  const state = new QueryState(workspaceOf(truth));
  const { details, customers, until } = segmentQueries.base(state, { until: null });
  const sizeOf = (rule: Rule) => segmentQueries.select(state, { rule: printRule(rule), map: null }).size;
  const { rfm, stages, concentration, cohorts, change } = details!;
  expect(sizeOf(baseRules.customers(until!))).toBe(customers);
  for (const [i, name] of RFM_NAMES.entries()) expect(sizeOf(baseRules.rfm(name))).toBe(rfm.groups.customers[i]);
  for (const [i, count] of rfm.cells.customers.entries())
    expect(sizeOf(baseRules.rfmCell(1 + Math.floor(i / 5), 1 + (i % 5)))).toBe(count);
  for (const [i, count] of concentration!.deciles.customers.entries())
    expect(sizeOf(baseRules.decile(i + 1))).toBe(count);
  const { months, counts, moves, now } = stages!;
  expect(months.length).toBeGreaterThan(3);
  for (const [s, stage] of LIFE_STAGES.entries()) {
    expect(sizeOf(baseRules.stage(stage))).toBe(now.customers[s]);
    for (const [m, month] of months.entries()) {
      expect(sizeOf(baseRules.stageAt(stage, month))).toBe(counts[m * LIFE_STAGES.length + s]);
      if (m === 0) continue;
      for (const [f, from] of [...LIFE_STAGES, null].entries()) {
        const moved = moves[((m - 1) * (LIFE_STAGES.length + 1) + f) * LIFE_STAGES.length + s];
        expect(sizeOf(baseRules.move(from, months[m - 1]!, stage, month))).toBe(moved);
      }
    }
  }
  for (const [i, first] of cohorts.months.entries()) {
    expect(sizeOf(baseRules.cohort(first))).toBe(cohorts.customers[i]);
    for (const [k, month] of cohorts.months.slice(i).entries())
      expect(sizeOf(baseRules.cohortMonth(first, month))).toBe(cohorts.buyers[i * cohorts.months.length + k]);
  }
  expect(sizeOf(baseRules.cohortsBefore(cohorts.months[0]!))).toBe(cohorts.earlier);
  for (const part of [change.current, change.previous!]) {
    expect(sizeOf(baseRules.buyers(part))).toBe(part.buyers);
    expect(sizeOf(baseRules.newCustomers(part))).toBe(part.newCustomers);
    expect(sizeOf(baseRules.wonBack(part))).toBe(part.wonBack);
    expect(sizeOf(baseRules.lapsed(part))).toBe(part.lapsed);
  }
});
