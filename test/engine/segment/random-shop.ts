import fc from 'fast-check';
import { saveSegment } from '../../../electron/engine/store/segments/segments.ts';
import { saveTrait } from '../../../electron/engine/store/traits/traits.ts';
import type { OpenWorkspace } from '../../../electron/engine/store/workspace.ts';
import { changeSettings } from '../../../electron/engine/store/workspace-settings.ts';
import type { Rule } from '../../../shared/domain/rule.ts';
import { parseFormula } from '../../../shared/domain/traits/formula-parse.ts';
import { printFormula } from '../../../shared/domain/traits/formula-print.ts';
import { rules } from '../../shared/domain/rules.ts';
import { addPrediction } from '../../support/scored-prediction.ts';
import { addMap, fillShop, testWorkspace } from '../../support/shop.ts';
import { matches } from './naive.ts';
import type { Truth } from './naive-events.ts';

const DAY = 86_400_000;
export const BASE = Date.parse('2026-01-01T00:00:00Z');

const basket = parseFormula('sum(purchase) / count(purchase)');
const favourite = parseFormula('most_frequent(category, any)');

export const items = [
  { item: 'i1', category: '数码/手机', brand: 'A', price: 10 },
  { item: 'i2', category: '数码/电脑', brand: 'B' },
  { item: 'i3', price: 2.5 },
];

const plain = { noNullPrototype: true };

/** Scores of some users, with equal ones among them. */
function scoresOf(classes: number): fc.Arbitrary<Record<string, number[]>> {
  const scores = fc.array(
    fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8),
    { minLength: classes, maxLength: classes },
  );
  const drawn = fc.dictionary(fc.constantFrom('u1', 'u2', 'u3', 'u7'), scores, plain);
  return drawn.map((byUser) => ({ u7: Array.from({ length: classes }, () => 0), ...byUser }));
}

/** A small shop that contains every user, item, action and attribute at least once. */
export const shops: fc.Arbitrary<Truth> = fc.record({
  events: fc
    .array(
      fc.record(
        {
          user: fc.constantFrom('u1', 'u2', 'u3', 'u4', 'u5'),
          time: fc.integer({ min: 0, max: 80 }).map((quarters) => BASE + (quarters * DAY) / 4 + (quarters % 3)),
          action: fc.constantFrom('view', 'cart', 'purchase', '下单', 'refund'),
          item: fc.constantFrom('i1', 'i2', 'i3'),
          category: fc.constantFrom('数码', '食品.零食'),
          brand: fc.constantFrom('A', 'C'),
          price: fc.integer({ min: 0, max: 9 }),
          quantity: fc.integer({ min: 1, max: 3 }),
          amount: fc.integer({ min: -5, max: 20 }),
          session: fc.constantFrom('s1', 's2'),
          timeKind: fc.constantFrom('date' as const, 'order' as const),
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
      { user: 'u3', time: BASE, action: 'refund', amount: -2 },
    ]),
  users: fc
    .dictionary(
      fc.constantFrom('u1', 'u2', 'u5', 'u6'),
      fc.record(
        {
          gender: fc.constantFrom('F', 'M'),
          age: fc.constantFrom('7', '25', '3.5', 'old', ' 7', '1e1', '0x7', '07', ''),
        },
        { requiredKeys: [] },
      ),
    )
    .map((users) => ({ ...users, u7: { gender: 'F', age: '30' } })),
  zone: fc.constantFrom('UTC', 'Asia/Kolkata', 'Europe/Berlin'),
  segments: fc.record({ VIP: fc.subarray(['u1', 'u2', 'u5', 'u7']), none: fc.constant([]) }, plain),
  traits: fc.constant({ basket, favourite }),
  predictions: fc.record(
    {
      gender: fc.record({ classes: fc.constant(['F', 'M', 'X']), scores: scoresOf(3) }, plain),
      spend: fc.record({ classes: fc.constant(['spend']), scores: scoresOf(1) }, plain),
    },
    plain,
  ),
});

export const anyRule = rules({
  actions: fc.constantFrom('view', 'cart', 'purchase', '下单'),
  attributes: fc.constantFrom('gender', 'age'),
  categories: fc.constantFrom('数码', '数码/手机', '食品', '食品.零食'),
  brands: fc.constantFrom('A', 'B', 'C'),
  items: fc.constantFrom('i1', 'i2', 'i3'),
  values: fc.constantFrom<string | number>('F', 'M', '25', 25, 3.5, 7, 'old', ''),
  numbers: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 60 })),
  maps: fc.constant('map-1'),
  users: fc.constantFrom('u1', 'u2', 'u7', 'u7b'),
  segments: fc.constantFrom('VIP', 'none'),
  predictions: fc.constantFrom(
    { name: 'gender', class: 'F', isNumber: false },
    { name: 'gender', class: 'M', isNumber: false },
    { name: 'spend', class: '', isNumber: true },
  ),
  traits: fc.constantFrom(
    { name: 'basket', values: fc.integer({ min: -2, max: 20 }) },
    { name: 'favourite', values: fc.constantFrom('数码', '数码/手机', 'A') },
  ),
});

export const points = [
  { user: 'u1', x: 0, y: 0, cluster: 0 },
  { user: 'u2', x: 1, y: 1, cluster: 1 },
  { user: 'u7', x: 3, y: 0, cluster: -1 },
  { user: 'u7b', x: 9, y: 9, cluster: 2 },
  { user: 'u7c', x: 9, y: 9, cluster: 3 },
];

export function shopOf(truth: Truth): OpenWorkspace {
  const workspace = testWorkspace();
  fillShop(workspace, { events: truth.events, items, users: { ...truth.users, u7b: {}, u7c: {} } });
  addMap(workspace, 'map-1', points);
  changeSettings(workspace.db, { timeZone: truth.zone ?? null });
  const idOf = workspace.db.prepare<[string], number>('SELECT id FROM users WHERE name = ?').pluck();
  for (const [name, users] of Object.entries(truth.segments ?? {})) {
    const ids = users.map((user) => idOf.get(user)).filter((id) => id !== undefined);
    saveSegment(workspace.db, name, '{}', Int32Array.from(ids));
  }
  for (const [name, formula] of Object.entries(truth.traits ?? {}))
    saveTrait(workspace.db, { name, formula: printFormula(formula), unit: '', description: '', created: 0 });
  for (const [name, { classes, scores }] of Object.entries(truth.predictions ?? {})) {
    const kind = name === 'spend' ? 'number' : 'classes';
    const target = { kind: 'attribute', attribute: name, as: kind } as const;
    const run = name === 'spend' ? 'run-3' : 'run-2';
    addPrediction(workspace, { run, target, kind, classes, scores });
  }
  return workspace;
}

export function expected(truth: Truth, rule: Rule): string[] {
  const users = new Set([...truth.events.map(({ user }) => user), ...Object.keys(truth.users), 'u7b', 'u7c']);
  return [...users].filter((user) => matches(rule, user, truth, points)).sort();
}
