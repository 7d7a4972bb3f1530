import type { TFunction } from 'i18next';
import { isBareId } from '../../shared/domain/category-path.ts';
import { categoryLabel } from '../../shared/texts/cluster-name.ts';

/** Returns a category as it is named in the data, or “Category …882655” if that is a bare id. */
export function categoryShown(t: TFunction, category: string): string {
  return isBareId(category) ? categoryLabel(category, t('terms.clusterWords.category')) : category;
}
