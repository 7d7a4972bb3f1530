import { useMemo } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import type { Rule } from '../../../shared/domain/rule.ts';
import { parseRule } from '../../../shared/domain/rule-parse.ts';
import { useCall } from '../../engine/use-call.ts';
import { type Conjunction, conditionsOf } from '../../rules/conjunction.ts';
import type { RuleNames } from '../../rules/use-rule-editor.ts';

/** The selected users of the page. */
export interface Selection {
  /** Text of the rule; null without a selection. */
  text: string | null;
  conditions: Conjunction;
  /**
   * The rule that is sent to the engine: always a conjunction, so that the engine can ignore each facet's own
   * conditions.
   */
  rule: Rule | null;
  /** Why the text cannot be parsed or evaluated; null if it can. */
  error: unknown;
  /** Size and points of the selection, or of the previous one while `busy`; undefined until the first result. */
  answer: Output<'explore.select'> | undefined;
  busy: boolean;
}

/** Parses the text of a selection and evaluates it in the engine. */
export function useSelection(text: string | null, names: RuleNames, map: string | null): Selection {
  const parsed = useMemo((): { conditions: Conjunction; error: unknown } => {
    if (text === null) return { conditions: [], error: null };
    try {
      return { conditions: conditionsOf(parseRule(text, names)), error: null };
    } catch (error) {
      return { conditions: [], error };
    }
  }, [text, names]);
  const { conditions } = parsed;
  const rule = useMemo((): Rule | null => (conditions.length === 0 ? null : { all: [...conditions] }), [conditions]);
  const { data, error, isPlaceholderData } = useCall(
    'explore.select',
    { rule, map },
    { enabled: parsed.error === null, keepPrevious: true },
  );
  return { text, conditions, rule, error: parsed.error ?? error, answer: data, busy: isPlaceholderData };
}

/** Returns the names by which the text of a rule distinguishes actions from attributes. */
export function useRuleNames({ actions, attributes }: WorkspaceInfo): RuleNames {
  return useMemo(
    () => ({ actions: [...actions.keys()], attributes: attributes.map(({ name }) => name) }),
    [actions, attributes],
  );
}
