import { create } from 'zustand';
import type { TraitSummary } from '../../../shared/contract/traits.ts';

/** What is entered of a trait. */
export type TraitDraft = Pick<TraitSummary, 'name' | 'formula' | 'unit' | 'description'>;

export const EMPTY_DRAFT: TraitDraft = { name: '', formula: '', unit: '', description: '' };

/** Drafts of new traits by workspace path; each stays until it is saved or cleared. */
const useDrafts = create<Readonly<Record<string, TraitDraft>>>(() => ({}));

/** Returns the draft of a new trait, and a function that replaces it. */
export function useNewTraitDraft(workspace: string): [draft: TraitDraft, set: (draft: TraitDraft) => void] {
  const draft = useDrafts((drafts) => drafts[workspace]) ?? EMPTY_DRAFT;
  return [draft, (next) => useDrafts.setState({ [workspace]: next })];
}
