import type { TFunction } from 'i18next';
import type { Facet } from '../../../../shared/contract/explore.ts';
import type { Format } from '../../../base/format.ts';

/** Kinds of facets in display order: attributes first, then behaviour, then predictions. */
const kinds: readonly Facet['kind'][] = [
  'cluster',
  'class',
  'score',
  'attribute',
  'number',
  'traitText',
  'traitNumber',
  'category',
  'brand',
  'action',
  'measure',
  'hour',
];

export function byOrder(a: Facet, b: Facet): number {
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind);
}

/** Returns the title of a facet in the language of the page. */
export function facetTitle(facet: Facet, t: TFunction, format: Format): string {
  switch (facet.kind) {
    case 'attribute':
    case 'number':
    case 'traitText':
      return facet.name;
    case 'traitNumber':
      return facet.unit === '' ? facet.name : `${facet.name} (${facet.unit})`;
    case 'class':
    case 'score':
      return t('facets.prediction', { name: facet.name });
    case 'measure':
      return t(`facets.measures.${facet.name}`);
    case 'hour':
      return t('facets.hours', { zone: format.eventZone });
    case 'cluster':
      return t('terms.cluster');
    default:
      return t(`facets.${facet.kind}`);
  }
}
