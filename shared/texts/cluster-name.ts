import { isBareId, lastLevel } from '../domain/category-path.ts';
import type { ClusterName, TraitKey } from '../domain/cluster-name.ts';

/**
 * English words of the names of clusters: those of measures by `name-level`, that of a cluster without traits, and what
 * precedes the end of a category's bare id.
 */
export const clusterWords = {
  'monetary-high': 'high value',
  'monetary-low': 'low value',
  'frequency-high': 'frequent buyers',
  'frequency-low': 'infrequent buyers',
  'events-high': 'very active',
  'events-low': 'less active',
  'sessions-high': 'frequent visitors',
  'sessions-low': 'infrequent visitors',
  'recency-high': 'lapsed',
  'recency-low': 'recently active',
  mixed: 'mixed',
  category: 'Category',
};
export type ClusterWord = keyof typeof clusterWords;

/** Number of characters that are shown of a bare id. */
const ID_END = 6;

const isWord = (key: string): key is ClusterWord => Object.hasOwn(clusterWords, key);

/** Returns the label of a trait in a name: a name from the data, or the word of a measure. */
export function traitLabel({ kind, name, level }: TraitKey, word: (key: ClusterWord) => string): string {
  const key = `${name}-${level}`;
  return kind === 'measure' && isWord(key) ? word(key) : name;
}

/**
 * Joins the labels of a cluster's traits to its name, in the language of `word`. Of a category, the name has the last
 * level, or the end of its bare id.
 */
export function joinClusterName({ code, params }: ClusterName, word: (key: ClusterWord) => string): string {
  if (code === 'text') return params.text;
  const label = (trait: TraitKey) =>
    trait.kind === 'category' ? categoryLabel(trait.name, word('category')) : traitLabel(trait, word);
  const name = params.traits.map(label).join(' · ') || word('mixed');
  return params.number > 1 ? `${name} (${params.number})` : name;
}

/** Returns the last level of a category, or “Category …882655” if that is a bare id. `word` is “category”. */
export function categoryLabel(category: string, word: string): string {
  const last = lastLevel(category);
  return isBareId(last) ? `${word} …${last.slice(-ID_END)}` : last;
}

/** Returns a cluster's name in English. */
export function clusterNameText(name: ClusterName): string {
  return joinClusterName(name, (key) => clusterWords[key]);
}
