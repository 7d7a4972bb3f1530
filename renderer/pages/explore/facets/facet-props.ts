import type { Facet } from '../../../../shared/contract/explore.ts';
import type { Counts } from '../../../facets/shares.ts';
import type { Conjunction } from '../../../rules/conjunction.ts';

export interface FacetProps<F extends Facet> {
  facet: F;
  title: string;
  /** Numbers of users that the shares are of. */
  totals: Counts;
  /** Whether users are selected in particular. */
  compared: boolean;
  conditions: Conjunction;
  onChange: (conditions: Conjunction) => void;
}
