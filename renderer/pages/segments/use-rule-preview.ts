import { useDebouncedValue } from '@mantine/hooks';
import type { Output } from '../../../shared/contract/index.ts';
import type { Rule } from '../../../shared/domain/rule.ts';
import { useCall } from '../../engine/use-call.ts';

/** Preview of a rule while it is edited. */
export interface RulePreviewState {
  /** Last result; undefined until the first one. */
  data: Output<'segment.preview'> | undefined;
  /** Why the rule is invalid; null if it is valid or not evaluated yet. */
  error: unknown;
  /** Whether there is no complete rule to evaluate. */
  unfinished: boolean;
  /** Whether the result is that of an earlier rule. */
  stale: boolean;
}

const DEBOUNCE = 300;
const ROWS = 8;
/** Input of the disabled call, which is never sent. */
const PLACEHOLDER_RULE: Rule = { measure: 'events', op: '<', value: 0 };

/** Previews a rule after a pause in editing. */
export function useRulePreview(rule: Rule | null): RulePreviewState {
  const [debouncedRule] = useDebouncedValue(rule, DEBOUNCE);
  const { data, error, isFetching } = useCall(
    'segment.preview',
    { definition: { rule: debouncedRule ?? PLACEHOLDER_RULE }, liftRows: ROWS },
    { enabled: debouncedRule !== null, keepPrevious: true },
  );
  return { data, error, unfinished: debouncedRule === null, stale: isFetching || debouncedRule !== rule };
}
