import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sqliteEvaluator } from '../../../../electron/engine/columns/rule-evaluator.ts';
import { valueAt } from '../../../../electron/engine/columns/traits/trait-column.ts';
import { QueryState } from '../../../../electron/engine/segment/query-state.ts';
import { ruleIds } from '../../../../electron/engine/segment/rule-ids.ts';
import { userIds } from '../../../../electron/engine/store/columns/event-rows.ts';
import { idOf, nameOf } from '../../../../electron/engine/store/names/name-lookup.ts';
import type { OpenWorkspace } from '../../../../electron/engine/store/workspace.ts';
import { parseFormula } from '../../../../shared/domain/traits/formula-parse.ts';
import { printFormula } from '../../../../shared/domain/traits/formula-print.ts';
import { formulas } from '../../../shared/domain/traits/formulas.ts';
import { BASE, items, shopOf, shops } from '../random-shop.ts';
import { traitOf } from './naive-trait.ts';

const DAY = 86_400_000;

const anyFormula = formulas({
  actions: fc.constantFrom('view', 'cart', 'purchase', '下单'),
  categories: fc.constantFrom('数码', '数码/手机', '食品', '食品.零食'),
  brands: fc.constantFrom('A', 'B', 'C'),
  items: fc.constantFrom('i1', 'i2', 'i3'),
  numbers: fc.integer({ min: -3, max: 9 }),
});

const sqlite = (workspace: OpenWorkspace) => sqliteEvaluator(workspace.db, ruleIds(workspace));
const columnar = (workspace: OpenWorkspace) => new QueryState(workspace).evaluator();

it.each([
  ['SQLite', sqlite],
  ['columns', columnar],
])('the values of a trait, by %s, equal those of a plain interpreter', (_, evaluatorOf) => {
  fc.assert(
    fc.property(shops, fc.array(anyFormula, { minLength: 15, maxLength: 15 }), (drawn, all) => {
      const truth = { ...drawn, items };
      const workspace = shopOf(truth);
      const evaluator = evaluatorOf(workspace);
      const users = [...userIds(workspace.db)].map((id) => nameOf(workspace.db, 'users', id));
      for (const formula of all) {
        const column = evaluator.trait(formula);
        const values = users.map((user, row) => [user, valueAt(column, row)]);
        const expected = users.map((user) => [user, traitOf(formula, user, truth)]);
        expect([printFormula(formula), values]).toEqual([printFormula(formula), expected]);
      }
      workspace.close();
    }),
    { numRuns: 15 },
  );
});

it.each([
  ['SQLite', sqlite],
  ['columns', columnar],
])('a division by zero and a number that is too large are no value, by %s', (_, evaluatorOf) => {
  const workspace = shopOf({ events: [{ user: 'u1', time: BASE + DAY, action: 'view' }], users: {}, items });
  const evaluator = evaluatorOf(workspace);
  const row = [...userIds(workspace.db)].indexOf(idOf(workspace.db, 'users', 'u1')!);
  const value = (formula: string) => valueAt(evaluator.trait(parseFormula(formula)), row);
  expect(value('count(view) / 0')).toBeNull();
  expect(value('0 / 0')).toBeNull();
  expect(value('1e308 * 10 - 1e308')).toBeNull();
  expect(value('1 / 4')).toBe(0.25);
  expect(value('sum(view)')).toBe(0);
  expect(value('mean(view)')).toBeNull();
  expect(value('last(brand, view)')).toBeNull();
  expect(value('first(view)')).toBe('2026-01-02');
});
