import type { Facet } from '../../../../shared/contract/explore.ts';
import type { Counts } from '../../../facets/shares.ts';

/**
 * Returns the numbers of users by which a facet's bars are scaled. A facet with conditions of its own counts the users
 * that the other conditions select, whose number is the sum of its values where each user has one.
 */
export function totalsOf(facet: Facet, { size, users }: { size: number; users: number }, hasOwn: boolean): Counts {
  if (!hasOwn) return { selected: size, everyone: users };
  const hasOneValue = facet.kind !== 'action' && facet.kind !== 'category' && facet.kind !== 'brand';
  const counts = Array.from(facet.selected);
  const sum = counts.reduce((total, count) => total + count, 0);
  return { selected: hasOneValue && facet.kind !== 'hour' ? sum : Math.max(size, ...counts), everyone: users };
}
