import type { Input } from '../../shared/contract/index.ts';
import { leaveDetail } from '../base/use-route.ts';
import type { Change } from '../engine/undo-stack.ts';
import { call } from '../engine/use-call.ts';

/** Returns the undo and redo functions of a segment's deletion. */
export function segmentDeletion(segment: string): Pick<Change, 'undo' | 'redo'> {
  let deleted = 0;
  return {
    redo: async () => {
      deleted = (await call('segment.delete', { segment })).deleted;
    },
    undo: () => call('segment.restore', { segment, deleted }),
  };
}

/** Saves a segment and returns its undo and redo functions, which restore a segment that was replaced. */
export async function saveSegment(input: Input<'segment.create'>): Promise<Pick<Change, 'undo' | 'redo'>> {
  const { segment, replaced } = await call('segment.create', input);
  if (replaced !== null) return exchange(segment, replaced);
  const deletion = segmentDeletion(segment);
  const undo = () => {
    leaveDetail('segments', segment);
    return deletion.redo();
  };
  return { undo, redo: deletion.undo };
}

/** Returns functions that swap a stored segment with the current one, and back. */
function exchange(segment: string, replaced: number): Pick<Change, 'undo' | 'redo'> {
  let other: number | undefined = replaced;
  const swap = async () => {
    if (other === undefined) return;
    other = (await call('segment.restore', { segment, deleted: other, replace: true })).replaced ?? undefined;
  };
  return { undo: swap, redo: swap };
}
