import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RuleEvaluator, sqliteEvaluator } from '../../../electron/engine/columns/rule-evaluator.ts';
import { membersOf, parseDefinition } from '../../../electron/engine/segment/definition.ts';
import { QueryState } from '../../../electron/engine/segment/query-state.ts';
import { ruleIds } from '../../../electron/engine/segment/rule-ids.ts';
import { ruleQuery } from '../../../electron/engine/store/segments/rule-query.ts';
import type { OpenWorkspace } from '../../../electron/engine/store/workspace.ts';
import type { Rule } from '../../../shared/domain/rule.ts';
import { errorShape } from '../../../shared/errors.ts';
import { fillShop, testWorkspace } from '../../support/shop.ts';
import { anyRule, BASE, expected, items, shopOf, shops } from './random-shop.ts';

const DAY = 86_400_000;

const sqlite = (workspace: OpenWorkspace) => sqliteEvaluator(workspace.db, ruleIds(workspace));
const columnar = (workspace: OpenWorkspace) => new QueryState(workspace).evaluator();

function found({ db }: OpenWorkspace, rule: Rule, evaluator: RuleEvaluator): string[] {
  const name = db.prepare<[number], string>('SELECT name FROM users WHERE id = ?').pluck();
  return [...evaluator.members(rule)].map((id) => name.get(id) ?? '').sort();
}

describe.each([
  ['SQLite', sqlite],
  ['columns', columnar],
])('the members of a rule, by %s,', (_, evaluatorOf) => {
  it('equal those found by evaluating every event in JavaScript', () => {
    fc.assert(
      fc.property(shops, fc.array(anyRule, { minLength: 15, maxLength: 15 }), (drawn, rules) => {
        const truth = { ...drawn, items };
        const workspace = shopOf(truth);
        const evaluator = evaluatorOf(workspace);
        for (const rule of rules) expect(found(workspace, rule, evaluator)).toEqual(expected(truth, rule));
        workspace.close();
      }),
      { numRuns: 30 },
    );
  });

  it('depend on the days before the workspace’s last event, the boundary included', () => {
    const workspace = testWorkspace();
    const at = (user: string, day: number) => ({ user, time: BASE + day * DAY, action: 'view' });
    fillShop(workspace, { events: [at('u1', 10), at('u2', 3), at('u3', 3.5)] });
    expect(
      found(workspace, { count: { action: 'view', days: 7 }, op: '>=', value: 1 }, evaluatorOf(workspace)),
    ).toEqual(['u1', 'u3']);
    expect(found(workspace, { measure: 'recency', op: '<=', value: 6.5 }, evaluatorOf(workspace))).toEqual([
      'u1',
      'u3',
    ]);
  });

  it('are found for a rule of the largest groups and the deepest nesting', () => {
    const workspace = shopOf({ events: [{ user: 'u1', time: BASE, action: 'view' }], users: {}, items });
    const { db } = workspace;
    let rule: Rule = { any: Array.from({ length: 200 }, (_, i) => ({ count: { action: 'view' }, op: '=', value: i })) };
    for (let depth = 2; depth < 30; depth++)
      rule = { all: [rule, { not: { measure: 'events', op: '>', value: depth } }] };
    expect(membersOf(db, evaluatorOf(workspace), parseDefinition(db, { rule })).length).toBeGreaterThan(0);
    for (let depth = 0; depth < 5; depth++) rule = { not: rule };
    expect(() => parseDefinition(db, { rule })).toThrow('nested too deep');
  });

  it('require existing names; the error suggests similar ones', () => {
    const workspace = shopOf({
      events: [{ user: 'u1', time: BASE, action: 'view', item: 'i1' }],
      users: { u1: { gender: 'F' } },
      items,
      segments: { VIP: ['u1'] },
      predictions: { gender: { classes: ['F', 'M'], scores: { u1: [0.6, 0.4] } } },
    });
    const { db } = workspace;
    const failure = (text: string) => {
      try {
        membersOf(db, evaluatorOf(workspace), parseDefinition(db, { rule: text }));
      } catch (error) {
        return errorShape(error);
      }
      throw new Error('the rule was accepted');
    };
    expect(failure('count(veiw) > 1')).toMatchObject({ code: 'RULE_UNKNOWN_NAME', hint: 'Did you mean view?' });
    expect(failure('gendr = F').hint).toBe('Did you mean gender?');
    expect(failure('count(view, category = "数码/手几") > 1').hint).toContain('数码/手机');
    expect(failure('cluster("map-2") = 1').hint).toContain('map-1');
    expect(failure('cluster("map-1") = 7').message).toContain('7');
    expect(failure('veiw').code).toBe('RULE_UNKNOWN_NAME');
    expect(failure('user in (u1, u9)')).toMatchObject({ code: 'RULE_UNKNOWN_NAME', details: { kind: 'user' } });
    expect(failure('segment("VIPs")').hint).toBe('Did you mean VIP?');
    expect(failure('lasso("map-2", 0 0, 1 0, 1 1)').hint).toContain('map-1');
    expect(failure('prediction("gendre") = F').hint).toBe('Did you mean gender?');
    expect(failure('prediction("gender") = Q').hint).toBe('Available: F, M.');
    expect(failure('prediction("gender") > 0.7')).toMatchObject({
      code: 'RULE_NEEDS_CLASS',
      details: { prediction: 'gender', example: 'F' },
    });
  });

  it('are those within a lasso on the map, or in a cluster of it', () => {
    const workspace = shopOf({
      events: [
        { user: 'u1', time: BASE, action: 'view' },
        { user: 'u2', time: BASE, action: 'view' },
      ],
      users: { u7: {} },
      items,
    });
    const { db } = workspace;
    const names = (ids: Int32Array) =>
      [...ids].map((id) => db.prepare('SELECT name FROM users WHERE id = ?').pluck().get(id));
    const polygon: [number, number][] = [
      [-1, -1],
      [2, -1],
      [2, 2],
      [-1, 2],
    ];
    expect(names(membersOf(db, evaluatorOf(workspace), { lasso: { map: 'map-1', polygon } }))).toEqual(
      expect.arrayContaining(['u1', 'u2']),
    );
    expect(membersOf(db, evaluatorOf(workspace), { lasso: { map: 'map-1', polygon } })).toHaveLength(2);
    expect(names(membersOf(db, evaluatorOf(workspace), { cluster: { map: 'map-1', cluster: -1 } }))).toEqual(['u7']);
    expect(() => membersOf(db, evaluatorOf(workspace), { lasso: { map: 'none', polygon } })).toThrow('no map none');
  });

  it('cannot depend on days if events have an order only', () => {
    const workspace = testWorkspace();
    fillShop(workspace, {
      events: [
        { user: 'u1', time: 0, action: 'view' },
        { user: 'u1', time: 1, action: 'view' },
      ],
      timeKind: 'order',
    });
    expect(found(workspace, { measure: 'recency', op: '>=', value: 0 }, evaluatorOf(workspace))).toEqual([]);
    expect(
      found(workspace, { count: { action: 'view', days: 30 }, op: '>=', value: 1 }, evaluatorOf(workspace)),
    ).toEqual([]);
    expect(found(workspace, { count: { action: 'view' }, op: '=', value: 2 }, evaluatorOf(workspace))).toEqual(['u1']);
  });
});

describe('the statement of a rule', () => {
  it('reads the clustered events in one scan, without a sort', () => {
    const workspace = shopOf({ events: [{ user: 'u1', time: BASE, action: 'view', item: 'i1' }], users: {}, items });
    const rule: Rule = {
      all: [
        { count: { action: 'view', category: '数码' }, op: '>=', value: 3 },
        { measure: 'frequency', op: '>=', value: 1 },
      ],
    };
    const { db } = workspace;
    const { sql, parameters } = ruleQuery(db, rule, ruleIds(workspace));
    const plan = db
      .prepare<(string | number)[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...parameters)
      .map((step) => step.detail);
    expect(plan).toContain('SCAN u');
    expect(plan).toContain('SEARCH e USING PRIMARY KEY (user=?) LEFT-JOIN');
    expect(plan.join()).not.toContain('TEMP B-TREE');
  });
});
