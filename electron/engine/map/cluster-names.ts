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
 * A short name for each cluster from its traits: the surest category or brand, then the surest of another kind. No two are
 * the same: further traits are added to later ones, and at last a number.
 */
export function nameClusters(traits: readonly (readonly Trait[])[]): string[] {
  const taken = new Set<string>();
  return traits.map((own) => {
    const parts = partsOf(own);
    let name = parts.slice(0, 2).join(' · ') || 'mixed';
    for (let more = 3; taken.has(name) && more <= parts.length; more++) name = parts.slice(0, more).join(' · ');
    const stem = name;
    for (let number = 2; taken.has(name); number++) name = `${stem} (${number})`;
    taken.add(name);
    return name;
  });
}

/** The words of a cluster's traits, in the order in which a name takes them up. */
function partsOf(traits: readonly Trait[]): string[] {
  const first = traits.find(({ kind }) => kind === 'category') ?? traits.find(({ kind }) => kind === 'brand');
  const second = traits.find(({ kind }) => kind !== 'category' && kind !== first?.kind);
  const chosen = [first, second].filter((trait) => trait !== undefined);
  const rest = traits.filter((trait) => !chosen.includes(trait));
  return [...chosen, ...rest].map(wordsOf);
}

function wordsOf({ kind, name, level }: Trait): string {
  return kind === 'measure' ? (MEASURE_WORDS[`${name} ${level}`] ?? name) : name;
}
