import type { Trait } from '../../../shared/contract/map.ts';
import type { ClusterName, TraitKey } from '../../../shared/domain/cluster-name.ts';

/**
 * Names each cluster by its traits: the most significant category or brand, then the most significant trait of another
 * kind. Names are unique: duplicates get further traits, then a number.
 */
export function nameClusters(traits: readonly (readonly Trait[])[]): ClusterName[] {
  const usedNames = new Set<string>();
  return traits.map((clusterTraits) => {
    const keys = nameTraits(clusterTraits);
    let count = Math.min(2, keys.length);
    while (usedNames.has(nameKey(keys.slice(0, count), 1)) && count < keys.length) count++;
    const params = { traits: keys.slice(0, count), number: 1 };
    while (usedNames.has(nameKey(params.traits, params.number))) params.number++;
    usedNames.add(nameKey(params.traits, params.number));
    return { code: 'traits', params };
  });
}

/** Returns the traits of a cluster, in the order in which a name uses them. */
function nameTraits(traits: readonly Trait[]): TraitKey[] {
  const first = traits.find(({ kind }) => kind === 'category') ?? traits.find(({ kind }) => kind === 'brand');
  const second = traits.find(({ kind }) => kind !== 'category' && kind !== first?.kind);
  const leadingTraits = [first, second].filter((trait) => trait !== undefined);
  const otherTraits = traits.filter((trait) => !leadingTraits.includes(trait));
  return [...leadingTraits, ...otherTraits].map(({ kind, of, name, level }) => ({ kind, of, name, level }));
}

/** Two names read the same, whatever the kinds of their traits, if they have the same key. */
function nameKey(traits: readonly TraitKey[], number: number): string {
  return JSON.stringify([traits.map(({ name, level }) => [name, level]), number]);
}
