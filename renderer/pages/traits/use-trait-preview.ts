import { useDebouncedValue } from '@mantine/hooks';
import type { Output } from '../../../shared/contract/index.ts';
import { useCall } from '../../engine/use-call.ts';

/** Preview of a formula while it is typed. */
export interface TraitPreviewState {
  /** Last result; undefined until the first one. */
  data: Output<'traits.preview'> | undefined;
  /** Why the formula is invalid; null if it is valid or not evaluated yet. */
  error: unknown;
  /** The formula that `error` is about. */
  formula: string;
  /** Whether there is no formula. */
  unfinished: boolean;
  /** Whether the result is that of an earlier formula. */
  stale: boolean;
}

const DEBOUNCE = 300;

/** Previews a formula after a pause in typing. The call for an earlier formula is cancelled. */
export function useTraitPreview(formula: string, name: string | undefined): TraitPreviewState {
  const [debounced] = useDebouncedValue(formula, DEBOUNCE);
  const unfinished = debounced.trim() === '';
  const { data, error, isFetching } = useCall(
    'traits.preview',
    { formula: unfinished ? '0' : debounced, ...(name !== undefined && { name }) },
    { enabled: !unfinished, keepPrevious: true },
  );
  return {
    data,
    error: unfinished ? null : error,
    formula: debounced,
    unfinished,
    stale: isFetching || debounced !== formula,
  };
}
