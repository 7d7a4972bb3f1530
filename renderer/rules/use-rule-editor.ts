import { useCallback, useState } from 'react';
import type { Rule } from '../../shared/domain/rule.ts';
import { parseRule } from '../../shared/domain/rule-parse.ts';
import { printRule } from '../../shared/domain/rule-print.ts';
import { draftOf, emptyGroup, type GroupDraft, ruleOf } from './draft.ts';

/** Names that the text of a rule is read with. */
export interface RuleNames {
  actions: readonly string[];
  attributes: readonly string[];
}

export interface RuleEditing {
  draft: GroupDraft;
  text: string;
  /** Why the text cannot be read; null where it can, or where there is none. */
  textError: unknown;
  /** The rule as it stands; null while the conditions are incomplete or the text cannot be read. */
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

/** One rule as a tree of conditions and as text; a change of either changes the other. */
export function useRuleEditor(names: RuleNames): RuleEditing {
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
