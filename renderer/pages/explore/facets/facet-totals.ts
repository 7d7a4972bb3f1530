import type { Facet } from '../../../../shared/contract/explore.ts';
import type { Counts } from '../../../facets/shares.ts';

/**
 * Returns the numbers of users by which a facet's bars are scaled. If the facet has conditions of its own, these are
 * the users selected by the other conditions: the sum of its values, if each user has one.
 */
export function totalsOf(facet: Facet, { size, users }: { size: number; users: number }, hasOwn: boolean): Counts {
  if (!hasOwn) return { selected: size, everyone: users };
  const hasOneValue = facet.kind !== 'action' && facet.kind !== 'category' && facet.kind !== 'brand';
  const counts = Array.from(facet.selected);
  const sum = counts.reduce((total, count) => total + count, 0);
  return { selected: hasOneValue && facet.kind !== 'hour' ? sum : Math.max(size, ...counts), everyone: users };
}
