import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { clusterName, shortClusterName, traitName } from '../../../renderer/components/cluster-names.ts';
import { en } from '../../../renderer/locales/en/index.ts';
import { zh } from '../../../renderer/locales/zh/index.ts';
import { type ColourBy, colourKey, parseColourKey } from '../../../renderer/pages/map/colour-by.ts';
import { selectedIndices } from '../../../renderer/pages/map/selection.ts';
import type { ClusterName, TraitKey } from '../../../shared/domain/cluster-name.ts';

async function texts(language: 'en' | 'zh') {
  const i18n = createInstance();
  await i18n.init({ lng: language, resources: { en: { translation: en }, zh: { translation: zh } } });
  return i18n.t;
}

describe('the selection on the map', () => {
  const points = { x: Float32Array.of(0, 1, 2), y: Float32Array.of(0, 0, 5), cluster: Int32Array.of(0, 1, 1) };
  it('consists of the points within a lasso, or of those of a cluster', () => {
    const polygon: [number, number][] = [
      [-1, -1],
      [1.5, -1],
      [1.5, 1],
      [-1, 1],
    ];
    expect(selectedIndices({ kind: 'lasso', polygon }, points)).toEqual([0, 1]);
    expect(selectedIndices({ kind: 'cluster', cluster: 1 }, points)).toEqual([1, 2]);
  });
});

describe('the colouring of points', () => {
  it.each<ColourBy>([
    { kind: 'cluster' },
    { kind: 'measure', name: 'monetary' },
    { kind: 'action', name: 'a:b' },
    { kind: 'attribute', name: 'city' },
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
    expect(clusterName(t, games)).toBe('数码/游戏 · 高消费 (2)');
    expect(clusterName(t, named(1))).toBe('混合');
    expect(clusterName(await texts('en'), quiet)).toBe('toys · lapsed');
  });

  it('given by a user, or stored by an older version, is shown unchanged', async () => {
    const name: ClusterName = { code: 'text', params: { text: 'toys · high value' } };
    for (const t of [await texts('zh'), await texts('en')]) {
      expect([clusterName(t, name), shortClusterName(t, name)]).toEqual(['toys · high value', 'toys · high value']);
    }
  });

  it('is shortened on the map to the last part of a category’s path', async () => {
    const t = await texts('en');
    const short = (category: string, other: TraitKey) =>
      shortClusterName(t, named(1, trait('category', category), other));
    expect(short('electronics.audio.headphone', trait('brand', 'Dr.Martens'))).toBe('headphone · Dr.Martens');
    expect(short('数码/游戏', trait('brand', '雷隼'))).toBe('游戏 · 雷隼');
    expect(short('2053013553559896355', trait('measure', 'events', 'high'))).toBe('2053013553559896355 · very active');
    expect(short('Dr.Martens', trait('brand', 'AC/DC'))).toBe('Dr.Martens · AC/DC');
  });
});

it('a trait is described without internal keys', async () => {
  const t = await texts('en');
  expect(traitName(t, { kind: 'measure', of: null, name: 'recency', level: 'high' })).toBe('lapsed');
  expect(traitName(t, { kind: 'attribute', of: 'city', name: '上海', level: null })).toBe('city: 上海');
  expect(traitName(t, { kind: 'category', of: null, name: 'toys', level: null })).toBe('toys');
});
