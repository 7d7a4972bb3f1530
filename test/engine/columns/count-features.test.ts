import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Columns } from '../../../electron/engine/columns/columns.ts';
import { countFeatures } from '../../../electron/engine/columns/count-features.ts';
import { userIds } from '../../../electron/engine/store/columns/event-rows.ts';
import * as store from '../../../electron/engine/store/events/feature-counts.ts';
import { items, shopOf, shops } from '../segment/random-shop.ts';

const sorted = (counts: store.FeatureCount[]) =>
  counts.map(({ kind, of, name, users }) => `${kind} ${of} ${JSON.stringify(name)} ${users}`).sort();

describe('the features counted on columns', () => {
  it('are those that the database counts, among everyone and among members', () => {
    const property = fc.property(shops, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), (drawn, chosen) => {
      const workspace = shopOf({ ...drawn, items });
      const { db } = workspace;
      const columns = new Columns(db);
      const members = userIds(db).filter((_, i) => chosen[i] ?? false);
      expect(sorted(countFeatures(columns, columns.everyone()))).toEqual(sorted(store.countFeatures(db)));
      expect(sorted(countFeatures(columns, columns.maskOf(members)))).toEqual(sorted(store.countFeatures(db, members)));
      workspace.close();
    });
    fc.assert(property, { numRuns: 20 });
  });
});
