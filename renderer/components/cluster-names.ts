import type { TFunction } from 'i18next';
import type { ClusterName, TraitKey } from '../../shared/domain/cluster-name.ts';
import { type ClusterWord, joinClusterName, traitLabel } from '../../shared/texts/cluster-name.ts';

const wordIn = (t: TFunction) => (word: ClusterWord) => t(`terms.clusterWords.${word}`);

/** Returns a cluster's name in the language of the page. */
export function clusterName(t: TFunction, name: ClusterName): string {
  return joinClusterName(name, wordIn(t));
}

/** Returns a short description of a trait, without its figures. */
export function traitName(t: TFunction, trait: TraitKey): string {
  const { kind, of, name } = trait;
  return kind === 'attribute' ? t('terms.traitOf', { of, name }) : traitLabel(trait, wordIn(t));
}
