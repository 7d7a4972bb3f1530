import { describe, expect, it } from 'vitest';
import { matchingNames } from '../../../../electron/engine/store/names/matching-names.ts';
import { fillShop, testWorkspace } from '../../../support/shop.ts';

const TITLES = ['Hand cream', 'Phones for running', 'Salt and pepper', '智能手机 5G', 'Drive [new]'];

function titlesWith(word: string): string[] {
  const workspace = testWorkspace();
  const items = TITLES.map((title, i) => ({ item: `i${i}`, title }));
  fillShop(workspace, { items, events: [{ user: 'u', time: 1, action: 'view', item: 'i0' }] });
  return matchingNames(workspace.db, word, 10).map(({ name }) => name);
}

describe('a typed word', () => {
  it.each([
    ['phone', ['Phones for running']],
    ['running', ['Phones for running']],
    ['and', ['Salt and pepper']],
    ['ve', []],
    ['手机', ['智能手机 5G']],
    ['[new', ['Drive [new]']],
    ['*', []],
  ])('%s matches names that contain it, as a word in scripts with spaces', (word, found) => {
    expect(titlesWith(word)).toEqual(found);
  });
});
