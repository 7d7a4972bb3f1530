import type { Trait } from '../../../shared/contract/map.ts';

const MEASURE_WORDS: Readonly<Record<string, string>> = {
  'monetary high': 'high value',
  'monetary low': 'low value',
  'frequency high': 'buys often',
  'frequency low': 'buys rarely',
  'events high': 'very active',
  'events low': 'little active',
  'sessions high': 'comes often',
  'sessions low': 'comes rarely',
  'recency high': 'gone quiet',
  'recency low': 'recently here',
};

/**
 * Names each cluster by its traits: the most significant category or brand, then the most significant trait of another
 * kind. Names are unique: duplicates get further traits, then a number.
 */
export function nameClusters(traits: readonly (readonly Trait[])[]): string[] {
  const usedNames = new Set<string>();
  return traits.map((clusterTraits) => {
    const labels = labelsOf(clusterTraits);
    let name = labels.slice(0, 2).join(' · ') || 'mixed';
    for (let labelCount = 3; usedNames.has(name) && labelCount <= labels.length; labelCount++)
      name = labels.slice(0, labelCount).join(' · ');
    const stem = name;
    for (let number = 2; usedNames.has(name); number++) name = `${stem} (${number})`;
    usedNames.add(name);
    return name;
  });
}

/** Returns the labels of a cluster's traits, in the order in which a name uses them. */
function labelsOf(traits: readonly Trait[]): string[] {
  const first = traits.find(({ kind }) => kind === 'category') ?? traits.find(({ kind }) => kind === 'brand');
  const second = traits.find(({ kind }) => kind !== 'category' && kind !== first?.kind);
  const leadingTraits = [first, second].filter((trait) => trait !== undefined);
  const otherTraits = traits.filter((trait) => !leadingTraits.includes(trait));
  return [...leadingTraits, ...otherTraits].map(labelOf);
}

function labelOf({ kind, name, level }: Trait): string {
  return kind === 'measure' ? (MEASURE_WORDS[`${name} ${level}`] ?? name) : name;
}
