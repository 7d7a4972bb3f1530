import { describe, expect, it } from 'vitest';
import { bestSearchRank, SearchRank, searchRank, searchText } from '../../../../shared/domain/search/search-rank.ts';

const rank = (text: string, search: string) => searchRank(text, searchText(search));

describe('the rank of a match', () => {
  it.each([
    ['Phones', 'phones', SearchRank.whole],
    ['Phones', 'pho', SearchRank.start],
    ['Cheap phones', 'pho', SearchRank.wordStart],
    ['toys/phones', 'phones', SearchRank.wordStart],
    ['xpho pho', 'pho', SearchRank.wordStart],
    ['Headphones', 'pho', SearchRank.part],
    ['手机壳', '手机', SearchRank.start],
    ['华为手机', '手机', SearchRank.part],
    ['手机壳', 'sj', SearchRank.initialsStart],
    ['云帆 手机壳', 'sj', SearchRank.initialsStart],
    ['华为手机', 'sj', SearchRank.initialsPart],
    ['Phones', 'xyz', null],
  ])('of %s for %s is %s', (text, search, expected) => {
    expect(rank(text, search)).toBe(expected);
  });

  it('is better for the start than for the start of a word, a part, and pinyin initials', () => {
    const texts = ['华为手机', 'Isj', 'My sj', '手机', 'sjk', 'sj'];
    const order = texts.toSorted((a, b) => rank(a, 'sj')! - rank(b, 'sj')!);
    expect(order).toEqual(['sj', 'sjk', 'My sj', 'Isj', '手机', '华为手机']);
  });

  it('of several words is that of the worst one, in any order, unless the text contains them as they are', () => {
    expect(rank('Compute a map', 'compute a')).toBe(SearchRank.start);
    expect(rank('Compute a map', 'map compute')).toBe(SearchRank.wordStart);
    expect(rank('Compute a map', 'map pute')).toBe(SearchRank.part);
    expect(rank('Compute a map', 'map chart')).toBeNull();
  });

  it('of a single letter counts the first initial only', () => {
    expect(rank('手机', 's')).toBe(SearchRank.initialsStart);
    expect(rank('手机', 'j')).toBeNull();
  });

  it('of several texts is the best of them', () => {
    expect(bestSearchRank([null, 'Headphones', 'Phones'], searchText('pho'))).toBe(SearchRank.start);
    expect(bestSearchRank([null], searchText('pho'))).toBeNull();
  });
});
