import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameClusters } from '../../../electron/engine/map/cluster-names.ts';
import type { Trait } from '../../../shared/contract/map.ts';
import { clusterNameText } from '../../../shared/texts/cluster-name.ts';

const trait = (kind: Trait['kind'], name: string, level: Trait['level'] = null): Trait => ({
  kind,
  of: null,
  name,
  level,
  lift: 2,
  z: 9,
  share: 0.4,
  overall: 0.2,
});

describe('a cluster’s name', () => {
  it('consists of its most certain category and its most certain trait of another kind', () => {
    const traits = [trait('measure', 'monetary', 'high'), trait('category', '数码/手机'), trait('brand', '华芯')];
    const [name] = nameClusters([traits]);
    expect(name).toEqual({
      code: 'traits',
      params: {
        traits: [
          { kind: 'category', of: null, name: '数码/手机', level: null },
          { kind: 'measure', of: null, name: 'monetary', level: 'high' },
        ],
        number: 1,
      },
    });
    expect(clusterNameText(name!)).toBe('手机 · high value');
  });

  it('prefers what a person can read to a bare id', () => {
    const id = '2053013555631882655';
    const nameOf = (...traits: Trait[]) => clusterNameText(nameClusters([traits])[0]!);
    const byBrand = nameOf(trait('category', id), trait('brand', 'shiseido'), trait('category', 'apparel.shoes'));
    expect(byBrand).toBe('shoes · shiseido');
    expect(nameOf(trait('category', id), trait('brand', 'shiseido'))).toBe('shiseido');
    expect(nameOf(trait('category', `数码/${id}`), trait('brand', id))).toBe('数码');
    expect(nameOf(trait('category', id))).toBe('Category …882655');
  });

  it('is "mixed" if the cluster has no distinguishing trait', () => {
    expect(nameClusters([[], []]).map(clusterNameText)).toEqual(['mixed', 'mixed (2)']);
  });

  it('is unique', () => {
    const any = fc.record({
      kind: fc.constantFrom('category', 'brand', 'action'),
      name: fc.constantFrom('a', 'b', 'x/a'),
    } as const);
    fc.assert(
      fc.property(fc.array(fc.array(any, { maxLength: 4 }), { maxLength: 12 }), (clusters) => {
        const traits = clusters.map((own) => own.map(({ kind, name }) => trait(kind, name)));
        const names = nameClusters(traits).map(clusterNameText);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});
