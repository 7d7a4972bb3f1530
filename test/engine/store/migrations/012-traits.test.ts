import { expect, test } from 'vitest';
import { saveTrait, traitRows } from '../../../../electron/engine/store/traits/traits.ts';
import { migrated } from './databases.ts';

test('migration 12 adds computed traits, of which each has a name of its own', () => {
  const db = migrated(12, '');
  expect(traitRows(db)).toEqual([]);
  const basket = { name: 'basket', formula: 'sum(purchase)', unit: '€', description: '', created: 5 };
  saveTrait(db, basket);
  saveTrait(db, { ...basket, formula: 'mean(purchase)', created: 9 });
  expect(traitRows(db)).toEqual([{ id: 1, ...basket, formula: 'mean(purchase)' }]);
});
