import { useCallback, useState } from 'react';
import type { Rule } from '../../shared/domain/rule.ts';
import { parseRule } from '../../shared/domain/rule-parse.ts';
import { printRule } from '../../shared/domain/rule-print.ts';
import { draftOf, emptyGroup, type GroupDraft, ruleOf } from './draft.ts';

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

interface State {
  draft: GroupDraft;
  text: string;
  textError: unknown;
}

/** Edits one rule as a tree of conditions and as text; a change of either updates the other. */
export function useRuleEditor(names: RuleNames): RuleEditorState {
  const [state, setState] = useState<State>(() => ({ draft: emptyGroup(), text: '', textError: null }));
  const setDraft = useCallback((draft: GroupDraft) => {
    const rule = ruleOf(draft);
    setState(({ text }) => ({
      draft,
      text: rule ? printRule(rule) : draft.children.length > 0 ? text : '',
      textError: null,
    }));
  }, []);
  const setText = useCallback(
    (text: string) => {
      if (text.trim() === '') return setState({ draft: emptyGroup(), text, textError: null });
      try {
        setState({ draft: draftOf(parseRule(text, names)), text, textError: null });
      } catch (textError) {
        setState(({ draft }) => ({ draft, text, textError }));
      }
    },
    [names],
  );
  const setRule = useCallback((rule: Rule) => {
    setState({ draft: draftOf(rule), text: printRule(rule), textError: null });
  }, []);
  const rule = state.textError === null ? ruleOf(state.draft) : null;
  return { ...state, rule, setDraft, setText, setRule };
}
