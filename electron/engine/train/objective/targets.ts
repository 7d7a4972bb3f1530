import { PortraitError } from '../../../../shared/errors.ts';
import type { FieldName } from '../../sequence/fields.ts';
import { FIRST_TOKEN } from '../../sequence/fields.ts';
import { fieldSize, type Vocabulary } from '../../sequence/vocabulary.ts';
import type { Dataset } from '../dataset.ts';

/** Fields that can be the target, the finest first: data without items still has actions, prices or time gaps. */
const PREFERENCE: readonly FieldName[] = ['item', 'category', 'brand', 'action', 'price', 'gap'];

/** Returns the finest field with more than one value. Throws NOTHING_TO_LEARN if there is none. */
export function targetField(vocabulary: Vocabulary): FieldName {
  const field = PREFERENCE.find((name) => fieldSize(vocabulary, name) > FIRST_TOKEN + 1);
  if (field) return field;
  throw new PortraitError({
    code: 'NOTHING_TO_LEARN',
    message: 'All events are the same, so there is nothing to predict.',
    hint: 'Import events with items, categories or more than one action.',
    details: { variant: 'same' },
  });
}

/**
 * Throws NOTHING_TO_LEARN if no history has at least two training events: a single event has no context to be predicted
 * from.
 */
export function refuseSingleEvents({ histories: { offsets }, split: { trainEnd } }: Dataset): void {
  if (trainEnd.some((end, h) => end - offsets[h]! >= 2)) return;
  throw new PortraitError({
    code: 'NOTHING_TO_LEARN',
    message: 'No user has two events besides the hold-out, so there is no sequence to learn from.',
    hint: 'Import longer histories, or check that the user column is the right one.',
    details: { variant: 'single' },
  });
}
