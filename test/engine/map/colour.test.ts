import { describe, expect, it } from 'vitest';
import { colourOf } from '../../../electron/engine/map/colour.ts';
import { readMeasures } from '../../../electron/engine/store/events/measures.ts';
import { fillShop, testWorkspace } from '../../support/shop.ts';

function shop() {
  const workspace = testWorkspace();
  const view = (user: string, item: string) => ({ user, time: 1000, action: 'view', item });
  fillShop(workspace, {
    users: { ann: { city: 'Lyon' }, bob: { city: 'Oslo' }, cem: { city: 'Oslo' }, dan: {} },
    events: [view('ann', 'a'), view('ann', 'b'), view('cem', 'a'), { ...view('dan', 'a'), action: 'review' }],
  });
  const id = workspace.db.prepare<[string], number>('SELECT id FROM users WHERE name = ?').pluck();
  const { db } = workspace;
  const users = Int32Array.from(['ann', 'cem', 'dan', 'bob'], (name) => id.get(name)!).sort();
  return { db, coloured: { users, measures: () => readMeasures(db, users) } };
}

describe('the colours of a map', () => {
  it('are labels of a declared attribute, the most common first, −1 for users without one', () => {
    const { db, coloured } = shop();
    const colour = colourOf(db, coloured, { kind: 'attribute', name: 'city' });
    expect(colour).toEqual({ labels: ['Oslo', 'Lyon'], codes: Int32Array.of(1, 0, 0, -1) });
  });

  it('are counts of an action, 0 for users who never did it', () => {
    const { db, coloured } = shop();
    expect(colourOf(db, coloured, { kind: 'action', name: 'view' })).toEqual({ values: Float32Array.of(2, 0, 1, 0) });
  });

  it('are values of a measure, in the order of the given users', () => {
    const { db, coloured } = shop();
    expect(colourOf(db, coloured, { kind: 'measure', name: 'events' })).toEqual({
      values: Float32Array.of(2, 0, 1, 1),
    });
    const recency = colourOf(db, coloured, { kind: 'measure', name: 'recency' });
    expect(recency).toEqual({ values: Float32Array.of(0, Number.NaN, 0, 0) });
  });
});
