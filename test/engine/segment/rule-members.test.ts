import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { membersOf, parseDefinition, ruleMembers } from '../../../electron/engine/segment/definition.ts';
import { ruleIds } from '../../../electron/engine/segment/rule-ids.ts';
import { ruleQuery } from '../../../electron/engine/store/segments/rule-query.ts';
import type { OpenWorkspace } from '../../../electron/engine/store/workspace.ts';
import type { Rule } from '../../../shared/domain/rule.ts';
import { errorShape } from '../../../shared/errors.ts';
import { rules } from '../../shared/domain/rules.ts';
import { addMap, fillShop, testWorkspace } from '../../support/shop.ts';
import { matches, type Truth } from './naive.ts';

const DAY = 86_400_000;
const BASE = Date.parse('2026-01-01T00:00:00Z');

const items = [
  { item: 'i1', category: '数码/手机', brand: 'A', price: 10 },
  { item: 'i2', category: '数码/电脑', brand: 'B' },
  { item: 'i3', price: 2.5 },
];

/** A small shop that contains every user, item, action and attribute at least once. */
const shops: fc.Arbitrary<Truth> = fc.record({
  events: fc
    .array(
      fc.record(
        {
          user: fc.constantFrom('u1', 'u2', 'u3', 'u4', 'u5'),
          time: fc.integer({ min: 0, max: 40 }).map((halves) => BASE + (halves * DAY) / 2),
          action: fc.constantFrom('view', 'cart', 'purchase', '下单'),
          item: fc.constantFrom('i1', 'i2', 'i3'),
          category: fc.constantFrom('数码', '食品.零食'),
          brand: fc.constantFrom('A', 'C'),
          price: fc.integer({ min: 0, max: 9 }),
          quantity: fc.integer({ min: 1, max: 3 }),
          amount: fc.integer({ min: 0, max: 20 }),
          session: fc.constantFrom('s1', 's2'),
        },
        { requiredKeys: ['user', 'time', 'action'] },
      ),
      { maxLength: 25 },
    )
    .map((events) => [
      ...events,
      { user: 'u1', time: BASE, action: 'view', item: 'i1' },
      { user: 'u1', time: BASE, action: 'cart', category: '数码/电脑', brand: 'C' },
      { user: 'u1', time: BASE, action: 'purchase', category: '食品.零食', brand: 'B', amount: 3 },
      { user: 'u2', time: BASE, action: '下单', item: 'i3' },
    ]),
  users: fc
    .dictionary(
      fc.constantFrom('u1', 'u2', 'u5', 'u6'),
      fc.record(
        { gender: fc.constantFrom('F', 'M'), age: fc.constantFrom('7', '25', '3.5', 'old') },
        { requiredKeys: [] },
      ),
    )
    .map((users) => ({ ...users, u7: { gender: 'F', age: '30' } })),
});

const anyRule = rules({
  actions: fc.constantFrom('view', 'cart', 'purchase', '下单'),
  attributes: fc.constantFrom('gender', 'age'),
  categories: fc.constantFrom('数码', '数码/手机', '食品', '食品.零食'),
  brands: fc.constantFrom('A', 'B', 'C'),
  items: fc.constantFrom('i1', 'i2', 'i3'),
  values: fc.constantFrom<string | number>('F', 'M', '25', 25, 3.5, 7, 'old', ''),
  numbers: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 60 })),
  maps: fc.constant('map-1'),
});

const points = [
  { user: 'u1', x: 0, y: 0, cluster: 0 },
  { user: 'u2', x: 1, y: 1, cluster: 1 },
  { user: 'u7', x: 3, y: 0, cluster: -1 },
  { user: 'u7b', x: 9, y: 9, cluster: 2 },
  { user: 'u7c', x: 9, y: 9, cluster: 3 },
];

function shop(truth: Truth): OpenWorkspace {
  const workspace = testWorkspace();
  fillShop(workspace, { events: truth.events, items, users: { ...truth.users, u7b: {}, u7c: {} } });
  addMap(workspace, 'map-1', points);
  return workspace;
}

function found({ db }: OpenWorkspace, rule: Rule): string[] {
  const name = db.prepare<[number], string>('SELECT name FROM users WHERE id = ?').pluck();
  return [...ruleMembers(db, rule)].map((id) => name.get(id) ?? '').sort();
}

function expected(truth: Truth, rule: Rule): string[] {
  const users = new Set([...truth.events.map(({ user }) => user), ...Object.keys(truth.users), 'u7b', 'u7c']);
  return [...users].filter((user) => matches(rule, user, truth, points)).sort();
}

describe('the members of a rule', () => {
  it('equal those found by evaluating every event in JavaScript', () => {
    fc.assert(
      fc.property(shops, fc.array(anyRule, { minLength: 15, maxLength: 15 }), (drawn, rules) => {
        const truth = { ...drawn, items };
        const workspace = shop(truth);
        for (const rule of rules) expect(found(workspace, rule)).toEqual(expected(truth, rule));
        workspace.close();
      }),
      { numRuns: 40 },
    );
  });

  it('depend on the days before the workspace’s last event, the boundary included', () => {
    const workspace = testWorkspace();
    const at = (user: string, day: number) => ({ user, time: BASE + day * DAY, action: 'view' });
    fillShop(workspace, { events: [at('u1', 10), at('u2', 3), at('u3', 3.5)] });
    expect(found(workspace, { count: { action: 'view', days: 7 }, op: '>=', value: 1 })).toEqual(['u1', 'u3']);
    expect(found(workspace, { measure: 'recency', op: '<=', value: 6.5 })).toEqual(['u1', 'u3']);
  });

  it('are found in one scan of the clustered events, without a sort', () => {
    const { db } = shop({ events: [{ user: 'u1', time: BASE, action: 'view', item: 'i1' }], users: {}, items });
    const rule: Rule = {
      all: [
        { count: { action: 'view', category: '数码' }, op: '>=', value: 3 },
        { measure: 'frequency', op: '>=', value: 1 },
      ],
    };
    const { sql, parameters } = ruleQuery(db, rule, ruleIds(db));
    const plan = db
      .prepare<(string | number)[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...parameters)
      .map((step) => step.detail);
    expect(plan).toContain('SCAN u');
    expect(plan).toContain('SEARCH e USING PRIMARY KEY (user=?) LEFT-JOIN');
    expect(plan.join()).not.toContain('TEMP B-TREE');
  });

  it('are found for a rule of the largest groups and the deepest nesting', () => {
    const { db } = shop({ events: [{ user: 'u1', time: BASE, action: 'view' }], users: {}, items });
    let rule: Rule = { any: Array.from({ length: 200 }, (_, i) => ({ count: { action: 'view' }, op: '=', value: i })) };
    for (let depth = 2; depth < 30; depth++)
      rule = { all: [rule, { not: { measure: 'events', op: '>', value: depth } }] };
    expect(membersOf(db, parseDefinition(db, { rule })).length).toBeGreaterThan(0);
    for (let depth = 0; depth < 5; depth++) rule = { not: rule };
    expect(() => parseDefinition(db, { rule })).toThrow('nested too deep');
  });

  it('require existing names; the error suggests similar ones', () => {
    const { db } = shop({
      events: [{ user: 'u1', time: BASE, action: 'view', item: 'i1' }],
      users: { u1: { gender: 'F' } },
      items,
    });
    const failure = (text: string) => {
      try {
        membersOf(db, parseDefinition(db, { rule: text }));
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
  });

  it('are those within a lasso on the map, or in a cluster of it', () => {
    const { db } = shop({
      events: [
        { user: 'u1', time: BASE, action: 'view' },
        { user: 'u2', time: BASE, action: 'view' },
      ],
      users: { u7: {} },
      items,
    });
    const names = (ids: Int32Array) =>
      [...ids].map((id) => db.prepare('SELECT name FROM users WHERE id = ?').pluck().get(id));
    const polygon: [number, number][] = [
      [-1, -1],
      [2, -1],
      [2, 2],
      [-1, 2],
    ];
    expect(names(membersOf(db, { lasso: { map: 'map-1', polygon } }))).toEqual(expect.arrayContaining(['u1', 'u2']));
    expect(membersOf(db, { lasso: { map: 'map-1', polygon } })).toHaveLength(2);
    expect(names(membersOf(db, { cluster: { map: 'map-1', cluster: -1 } }))).toEqual(['u7']);
    expect(() => membersOf(db, { lasso: { map: 'none', polygon } })).toThrow('no map none');
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
    expect(found(workspace, { measure: 'recency', op: '>=', value: 0 })).toEqual([]);
    expect(found(workspace, { count: { action: 'view', days: 30 }, op: '>=', value: 1 })).toEqual([]);
    expect(found(workspace, { count: { action: 'view' }, op: '=', value: 2 })).toEqual(['u1']);
  });
});
