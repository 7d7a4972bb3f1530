import { useCallback } from 'react';
import { create } from 'zustand';
import { emptyRuleDraft, type RuleDraft } from '../../rules/use-rule-editor.ts';

/** An unsaved new segment. */
export interface SegmentDraft extends RuleDraft {
  name: string;
  /** Text of the rule that the name belongs to, such as a template's; null if the name was typed. */
  namedRule: string | null;
  /** Rule of the link from which the draft was last opened. */
  linkedRule: string | undefined;
}

const emptyDraft = (): SegmentDraft => ({ ...emptyRuleDraft(), name: '', namedRule: null, linkedRule: undefined });

/** Drafts by workspace path; each is kept until it is saved or cleared. */
const useDrafts = create<Readonly<Record<string, SegmentDraft>>>(() => ({}));

/** Returns the draft of a workspace, and functions to change and to clear it. */
export function useSegmentDraft(workspace: string) {
  const draft = useDrafts((drafts) => drafts[workspace]) ?? EMPTY;
  const update = useCallback(
    (change: (previous: SegmentDraft) => Partial<SegmentDraft>) =>
      useDrafts.setState((drafts) => {
        const previous = drafts[workspace] ?? emptyDraft();
        return { [workspace]: withoutStaleName({ ...previous, ...change(previous) }) };
      }),
    [workspace],
  );
  const clear = useCallback(() => update(({ linkedRule }) => ({ ...emptyDraft(), linkedRule })), [update]);
  return { draft, update, clear };
}

const EMPTY = emptyDraft();

/** Removes a name that belongs to another rule than the draft's. */
export function withoutStaleName(draft: SegmentDraft): SegmentDraft {
  return draft.namedRule === null || draft.namedRule === draft.text ? draft : { ...draft, name: '', namedRule: null };
}
