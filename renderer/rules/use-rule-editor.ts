import { useCallback, useMemo } from 'react';
import type { Rule } from '../../shared/domain/rule.ts';
import { parseRule } from '../../shared/domain/rule-parse.ts';
import { printRule } from '../../shared/domain/rule-print.ts';
import { emptyGroup, type GroupDraft } from './draft.ts';
import { draftOf } from './draft-of-rule.ts';
import { ruleOf } from './rule-of-draft.ts';

/** Names used to parse the text of a rule. */
export interface RuleNames {
  actions: readonly string[];
  attributes: readonly string[];
}

export interface RuleEditorState {
  draft: GroupDraft;
  text: string;
  /** Why the text cannot be parsed; null if it can, or if it is empty. */
  textError: unknown;
  /** The current rule; null while conditions are incomplete or the text cannot be parsed. */
  rule: Rule | null;
  setDraft(draft: GroupDraft): void;
  setText(text: string): void;
  setRule(rule: Rule): void;
}

/** A rule while it is edited. */
export interface RuleDraft {
  draft: GroupDraft;
  text: string;
  textError: unknown;
}

export const emptyRuleDraft = (): RuleDraft => ({ draft: emptyGroup(), text: '', textError: null });

/**
 * Edits a rule as a tree of conditions and as text; a change of either updates the other. The caller holds the state.
 */
export function useRuleEditor(
  names: RuleNames,
  state: RuleDraft,
  setState: (update: (previous: RuleDraft) => RuleDraft) => void,
): RuleEditorState {
  const setDraft = useCallback(
    (draft: GroupDraft) => {
      const rule = ruleOf(draft);
      setState(({ text }) => ({
        draft,
        text: rule ? printRule(rule) : draft.children.length > 0 ? text : '',
        textError: null,
      }));
    },
    [setState],
  );
  const setText = useCallback(
    (text: string) => {
      if (text.trim() === '') return setState(() => ({ ...emptyRuleDraft(), text }));
      try {
        const draft = draftOf(parseRule(text, names));
        setState(() => ({ draft, text, textError: null }));
      } catch (textError) {
        setState(({ draft }) => ({ draft, text, textError }));
      }
    },
    [names, setState],
  );
  const setRule = useCallback(
    (rule: Rule) => {
      setState(() => ({ draft: draftOf(rule), text: printRule(rule), textError: null }));
    },
    [setState],
  );
  const { draft, text, textError } = state;
  const rule = useMemo(() => (textError === null ? ruleOf(draft) : null), [draft, textError]);
  return { draft, text, textError, rule, setDraft, setText, setRule };
}
