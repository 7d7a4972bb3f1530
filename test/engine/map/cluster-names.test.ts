import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameClusters } from '../../../electron/engine/map/cluster-names.ts';
import type { Trait } from '../../../shared/contract/map.ts';

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
  it('tells its surest category and its surest trait of another kind', () => {
    const traits = [trait('measure', 'monetary', 'high'), trait('category', '数码/手机'), trait('brand', '华芯')];
    expect(nameClusters([traits])).toEqual(['数码/手机 · high value']);
  });

  it('is "mixed" where nothing sets it apart', () => {
    expect(nameClusters([[]])).toEqual(['mixed']);
  });

  it('is never given twice', () => {
    const any = fc.record({
      kind: fc.constantFrom('category', 'brand', 'action'),
      name: fc.constantFrom('a', 'b', 'c'),
    } as const);
    fc.assert(
      fc.property(fc.array(fc.array(any, { maxLength: 4 }), { maxLength: 12 }), (clusters) => {
        const names = nameClusters(clusters.map((own) => own.map(({ kind, name }) => trait(kind, name))));
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});
