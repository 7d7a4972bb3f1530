import { useMemo } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import type { Rule } from '../../../shared/domain/rule.ts';
import { parseRule } from '../../../shared/domain/rule-parse.ts';
import { useCall } from '../../engine/use-call.ts';
import { type Conjunction, conditionsOf } from '../../rules/conjunction.ts';
import type { RuleNames } from '../../rules/use-rule-editor.ts';

/** The users that the page is about. */
export interface Selection {
  /** Text of the rule; null if nobody is selected in particular. */
  text: string | null;
  conditions: Conjunction;
  /** The rule of calls: always a conjunction, so that each condition is a part that a facet may leave out. */
  rule: Rule | null;
  /** Why the text is no rule, or a rule that the workspace cannot answer; null if it can. */
  error: unknown;
  /** Sizes and points of the selection, or of the previous one while `busy`; undefined before the first. */
  answer: Output<'explore.select'> | undefined;
  busy: boolean;
}

/** Parses the text of a selection and has the engine find its users. */
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

/** Returns the names that tell actions from attributes in a rule's text. */
export function useRuleNames({ actions, attributes }: WorkspaceInfo): RuleNames {
  return useMemo(
    () => ({ actions: [...actions.keys()], attributes: attributes.map(({ name }) => name) }),
    [actions, attributes],
  );
}
