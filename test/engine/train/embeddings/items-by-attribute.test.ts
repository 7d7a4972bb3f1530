import { expect, it } from 'vitest';
import type { OpenWorkspace } from '../../../../electron/engine/store/workspace.ts';
import { itemsByAttribute } from '../../../../electron/engine/train/embeddings/items-by-attribute.ts';
import { fillShop, testWorkspace } from '../../../support/shop.ts';

/** A shop whose items have these titles and, in turn, these categories. */
function shopOf(titles: readonly (string | null)[], categories: readonly string[] = ['only']): OpenWorkspace {
  const workspace = testWorkspace();
  const events = titles.map((_, i) => ({
    user: 'user',
    time: i * 1000,
    action: 'view',
    item: `item ${i}`,
    category: categories[i % categories.length]!,
  }));
  fillShop(workspace, { events });
  const title = workspace.db.prepare('UPDATE items SET title = ?, category = NULL WHERE name = ?');
  titles.forEach((text, i) => void title.run(text, `item ${i}`));
  return workspace;
}

/** The sets as item numbers of the shop, ascending. */
function setsOf({ db }: OpenWorkspace): number[][] {
  const items = db.prepare<[], { id: number; name: string }>('SELECT id, name FROM items ORDER BY name').all();
  const field = { values: items.map(({ id }) => id), counts: items.map(() => 1) };
  const fields = Object.fromEntries(['item'].map((name) => [name, field])) as Parameters<
    typeof itemsByAttribute
  >[1]['fields'];
  const { tokens, offsets } = itemsByAttribute(db, { fields });
  return Array.from(offsets.subarray(1), (end, s) => [...tokens.subarray(offsets[s], end)].sort((a, b) => a - b));
}

it('items are grouped by words of their titles, in any script', () => {
  expect(setsOf(shopOf(['red shoes', 'Blue SHOES', 'red hat', null]))).toEqual([
    [0, 2],
    [0, 1],
  ]);
  expect(setsOf(shopOf(['华为手机', '手机壳', '苹果']))).toContainEqual([0, 1]);
});

it('no group is formed without titles and categories', () => {
  expect(setsOf(shopOf([null, null]))).toEqual([]);
});

it('items are grouped by category', () => {
  const workspace = shopOf([null, null, null]);
  workspace.db.exec(`UPDATE items SET category = (SELECT min(id) FROM categories) WHERE name IN ('item 0', 'item 2')`);
  expect(setsOf(workspace)).toEqual([[0, 2]]);
});
