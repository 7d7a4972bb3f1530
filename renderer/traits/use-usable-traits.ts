import type { TraitSummary } from '../../shared/contract/traits.ts';
import { useCall } from '../engine/use-call.ts';

const NONE: readonly TraitSummary[] = [];

/** Returns the computed traits of the workspace that can be evaluated, by name; none until they are loaded. */
export function useUsableTraits(): readonly TraitSummary[] {
  const { data } = useCall('traits.list', {});
  return data?.traits.filter(({ kind }) => kind !== null) ?? NONE;
}
