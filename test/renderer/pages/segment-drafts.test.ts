import { describe, expect, it } from 'vitest';
import { type SegmentDraft, withoutStaleName } from '../../../renderer/pages/segments/segment-drafts.ts';
import { emptyRuleDraft } from '../../../renderer/rules/use-rule-editor.ts';

const draft = (part: Partial<SegmentDraft>): SegmentDraft => ({
  ...emptyRuleDraft(),
  ...{ name: 'Loyal', namedRule: null, linkedRule: undefined },
  ...part,
});

describe('the name of a new segment', () => {
  it('stays while the rule is that of the template it came with', () => {
    const unchanged = draft({ text: 'count(purchase) >= 3', namedRule: 'count(purchase) >= 3' });
    expect(withoutStaleName(unchanged).name).toBe('Loyal');
  });

  it('is removed once that rule is rewritten', () => {
    const rewritten = draft({ text: 'count(purchase) = 0', namedRule: 'count(purchase) >= 3' });
    expect(withoutStaleName(rewritten)).toMatchObject({ name: '', namedRule: null });
  });

  it('stays with every rule if it was typed', () => {
    expect(withoutStaleName(draft({ text: 'count(purchase) = 0' })).name).toBe('Loyal');
  });
});
