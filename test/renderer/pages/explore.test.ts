import fc from 'fast-check';
import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { hashOf, parseHash } from '../../../renderer/base/route.ts';
import { clusterName, traitName } from '../../../renderer/components/cluster-names.ts';
import { en } from '../../../renderer/locales/en/index.ts';
import { zh } from '../../../renderer/locales/zh/index.ts';
import { type ColourBy, colourKey, parseColourKey } from '../../../renderer/pages/explore/colour-by.ts';
import {
  type ExploreState,
  exploreAddress,
  layouts,
  panels,
  readExplore,
} from '../../../renderer/pages/explore/explore-state.ts';
import { binLabels } from '../../../renderer/pages/explore/facets/bin-labels.ts';
import { type BinnedFacet, intervalOfBins } from '../../../renderer/pages/explore/facets/facet-bins.ts';
import { clustersOf, indicesOf, pointsOfCluster } from '../../../renderer/pages/explore/members.ts';
import type { ClusterName, TraitKey } from '../../../shared/domain/cluster-name.ts';

async function texts(language: 'en' | 'zh') {
  const i18n = createInstance();
  await i18n.init({ lng: language, resources: { en: { translation: en }, zh: { translation: zh } } });
  return i18n.t;
}

describe('the address of the page', () => {
  const state = fc.record<ExploreState>({
    map: fc.constantFrom(null, 'map-1', 'map-12'),
    where: fc.option(fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== '')),
    colour: fc.constantFrom<ColourBy>({ kind: 'cluster' }, { kind: 'attribute', name: '城市 & "x"' }),
    view: fc.option(fc.record({ x: thousandths(), y: thousandths(), zoom: thousandths(0.001) })),
    user: fc.option(fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== '')),
    panel: fc.constantFrom(...panels),
    layout: fc.constantFrom(...layouts),
    lasso: fc.boolean(),
  });

  function thousandths(min = -20) {
    return fc.double({ min, max: 20, noNaN: true }).map((value) => Number(value.toFixed(3)) + 0);
  }

  it('holds the map, the selection, the colouring, the view, the open user and the layout', () => {
    fc.assert(
      fc.property(state, (shown) => {
        const { id, query } = exploreAddress(shown);
        const route = parseHash(hashOf('explore', id, query));
        expect(route && readExplore(route)).toEqual(shown);
      }),
    );
  });

  it('of earlier versions names the map in its query, and invalid parts have their defaults', () => {
    const read = (hash: string) => readExplore(parseHash(hash)!);
    expect(read('#/explore?map=map-3').map).toBe('map-3');
    expect(read('#/explore?map=')).toEqual(read('#/explore'));
    expect(read('#/explore?view=1,2&panel=x&layout=y&colour=z&where=%20')).toEqual(read('#/explore'));
    expect(read('#/explore?view=1,2,-3').view).toBeNull();
  });
});

describe('the points of a selection', () => {
  it('are the bits that are set', () => {
    expect(indicesOf(Uint8Array.of(0b10000101, 0b10), 10)).toEqual(Uint32Array.of(0, 2, 7, 9));
    expect(indicesOf(new Uint8Array(0), 3)).toEqual(new Uint32Array(0));
  });

  it('of a cluster, and the clusters of some points', () => {
    const clusters = Int32Array.of(0, 1, -1, 1);
    expect(pointsOfCluster(clusters, 1)).toEqual(Uint32Array.of(1, 3));
    expect(clustersOf(clusters, Uint32Array.of(0, 2))).toEqual(new Set([0, -1]));
  });
});

describe('the bins of a facet', () => {
  it('of whole numbers are labelled by their first and last number, others by their limits', () => {
    const text = (edge: number) => String(edge);
    expect(binLabels([0, 1, 3, 10], true, text)).toEqual(['0', '1–2', '3–10']);
    expect(binLabels([0, 0.5, 1], false, text)).toEqual(['0–0.5', '0.5–1']);
    expect(binLabels([5], true, text)).toEqual([]);
  });

  it('limit the selection on the inner side of an end of the histogram only', () => {
    const facet: BinnedFacet = {
      kind: 'measure',
      name: 'events',
      edges: Float64Array.of(0, 10, 20, 30),
      selected: Int32Array.of(1, 1, 1),
      everyone: Int32Array.of(1, 1, 1),
    };
    expect(intervalOfBins(facet, { from: 0, to: 1 })).toEqual({ low: null, high: 20 });
    expect(intervalOfBins(facet, { from: 1, to: 2 })).toEqual({ low: 10, high: null });
    const hours: BinnedFacet = { kind: 'hour', selected: new Int32Array(24), everyone: new Int32Array(24) };
    expect(intervalOfBins(hours, { from: 20, to: 23 })).toEqual({ low: 20, high: 24 });
  });
});

describe('the colouring of points', () => {
  it.each<ColourBy>([
    { kind: 'cluster' },
    { kind: 'measure', name: 'monetary' },
    { kind: 'action', name: 'a:b' },
    { kind: 'attribute', name: 'city' },
    { kind: 'trait', name: 'mean basket' },
  ])('is read back from the address: %o', (by) => expect(parseColourKey(colourKey(by))).toEqual(by));

  it('is by cluster if the address is invalid', () => {
    for (const key of [undefined, '', 'measure:secrets', 'nothing:at all']) {
      expect(parseColourKey(key)).toEqual({ kind: 'cluster' });
    }
  });
});

const trait = (kind: TraitKey['kind'], name: string, level: TraitKey['level'] = null): TraitKey => ({
  kind,
  of: null,
  name,
  level,
});
const named = (number: number, ...traits: TraitKey[]): ClusterName => ({ code: 'traits', params: { traits, number } });

describe('the name of a cluster', () => {
  it('contains values of the data and names of measures in the window’s language', async () => {
    const games = named(2, trait('category', '数码/游戏'), trait('measure', 'monetary', 'high'));
    const quiet = named(1, trait('category', 'toys'), trait('measure', 'recency', 'high'));
    const t = await texts('zh');
    expect(clusterName(t, games)).toBe('游戏 · 高消费 (2)');
    expect(clusterName(t, named(1))).toBe('混合');
    expect(clusterName(await texts('en'), quiet)).toBe('toys · lapsed');
  });

  it('given by a user, or stored by an older version, is shown unchanged', async () => {
    const name: ClusterName = { code: 'text', params: { text: 'toys · high value' } };
    for (const t of [await texts('zh'), await texts('en')]) {
      expect(clusterName(t, name)).toBe('toys · high value');
    }
  });

  it('has the last part of a category’s path, or the end of its number', async () => {
    const t = await texts('en');
    const short = (category: string, other: TraitKey) => clusterName(t, named(1, trait('category', category), other));
    expect(short('electronics.audio.headphone', trait('brand', 'Dr.Martens'))).toBe('headphone · Dr.Martens');
    expect(short('数码/游戏', trait('brand', '雷隼'))).toBe('游戏 · 雷隼');
    expect(short('2053013553559896355', trait('measure', 'events', 'high'))).toBe('Category …896355 · very active');
    expect(short('Dr.Martens', trait('brand', 'AC/DC'))).toBe('Dr.Martens · AC/DC');
  });
});

it('a trait is described without internal keys', async () => {
  const t = await texts('en');
  expect(traitName(t, { kind: 'measure', of: null, name: 'recency', level: 'high' })).toBe('lapsed');
  expect(traitName(t, { kind: 'attribute', of: 'city', name: '上海', level: null })).toBe('city: 上海');
  expect(traitName(t, { kind: 'category', of: null, name: 'toys', level: null })).toBe('toys');
});
