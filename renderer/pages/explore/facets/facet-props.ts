import type { Facet } from '../../../../shared/contract/explore.ts';
import type { Counts } from '../../../facets/shares.ts';
import type { Conjunction } from '../../../rules/conjunction.ts';

export interface FacetProps<F extends Facet> {
  facet: F;
  title: string;
  /** Numbers of users by which counts are divided. */
  totals: Counts;
  /** Whether a selection exists. */
  compared: boolean;
  conditions: Conjunction;
  onChange: (conditions: Conjunction) => void;
}
