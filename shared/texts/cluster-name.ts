import type { ClusterName, TraitKey } from '../domain/cluster-name.ts';

/** English words of the names of clusters: those of measures by `name-level`, and that of a cluster without traits. */
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
};
export type ClusterWord = keyof typeof clusterWords;

const isWord = (key: string): key is ClusterWord => Object.hasOwn(clusterWords, key);

/** Returns the label of a trait in a name: a name from the data, or the word of a measure. */
export function traitLabel({ kind, name, level }: TraitKey, word: (key: ClusterWord) => string): string {
  const key = `${name}-${level}`;
  return kind === 'measure' && isWord(key) ? word(key) : name;
}

/** Joins the labels of a cluster's traits to its name, in the language of `word`. */
export function joinClusterName(
  { code, params }: ClusterName,
  word: (key: ClusterWord) => string,
  label = (trait: TraitKey) => traitLabel(trait, word),
): string {
  if (code === 'text') return params.text;
  const name = params.traits.map(label).join(' · ') || word('mixed');
  return params.number > 1 ? `${name} (${params.number})` : name;
}

/** Returns a cluster's name in English. */
export function clusterNameText(name: ClusterName): string {
  return joinClusterName(name, (key) => clusterWords[key]);
}
