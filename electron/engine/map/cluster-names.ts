import type { Trait } from '../../../shared/contract/map.ts';
import { isBareId, lastLevel, readableCategory } from '../../../shared/domain/category-path.ts';
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

/**
 * Returns the traits of a cluster in the order in which its name uses them. Categories are shortened to their readable
 * levels; traits that are bare ids are used only if there are no others.
 */
function nameTraits(traits: readonly Trait[]): TraitKey[] {
  const readable = traits.flatMap((trait) => readableKey(trait) ?? []);
  if (readable.length === 0) return traits.map(keyOf);
  const first = readable.find(({ kind }) => kind === 'category') ?? readable.find(({ kind }) => kind === 'brand');
  const second = readable.find(({ kind }) => kind !== 'category' && kind !== first?.kind);
  const leadingTraits = [first, second].filter((trait) => trait !== undefined);
  const otherTraits = readable.filter((trait) => !leadingTraits.some((leading) => isSame(leading, trait)));
  return [...leadingTraits, ...otherTraits];
}

const keyOf = ({ kind, of, name, level }: Trait): TraitKey => ({ kind, of, name, level });

/** Returns the readable form of a trait; null if it is a bare id. */
function readableKey(trait: Trait): TraitKey | null {
  const { kind, name } = trait;
  const readable = kind === 'category' ? readableCategory(name) : isBareId(name) ? null : name;
  return readable === null ? null : { ...keyOf(trait), name: readable };
}

const isSame = (a: TraitKey, b: TraitKey) => a.kind === b.kind && a.of === b.of && a.name === b.name;

/** Two names read the same, whatever the kinds of their traits, if they have the same key. */
function nameKey(traits: readonly TraitKey[], number: number): string {
  const shown = ({ kind, name }: TraitKey) => (kind === 'category' ? lastLevel(name) : name);
  return JSON.stringify([traits.map((trait) => [shown(trait), trait.level]), number]);
}
