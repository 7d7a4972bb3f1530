import { useDebouncedValue } from '@mantine/hooks';
import type { Output } from '../../../shared/contract/index.ts';
import type { Rule } from '../../../shared/domain/rule.ts';
import { useCall } from '../../engine/use-call.ts';

/** What the engine says of a rule while it is edited. */
export interface RulePreviewState {
  /** The last answer; undefined before the first. */
  data: Output<'segment.preview'> | undefined;
  /** Why the rule is invalid; null while that is not known. */
  error: unknown;
  /** Whether there is no rule to ask about. */
  unfinished: boolean;
  /** Whether the answer is of an earlier rule. */
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
