import type { Omission } from '../../../../shared/contract/brief.ts';
import { PortraitError } from '../../../../shared/errors.ts';

/** Errors that are due to the data, and the reason for an omission that each implies. */
const REASONS: ReadonlyMap<string, Omission['reason']> = new Map([
  ['NOTHING_TO_LEARN', 'single-events'],
  ['TRAINING_DIVERGED', 'diverged'],
  ['MODEL_TOO_LARGE', 'too-large'],
  ['NOTHING_HELD_OUT', 'nothing-held-out'],
  ['TOO_FEW_USERS', 'few-users'],
]);

/** Runs a part of a brief. Returns its result, or the reason if the data does not allow it; rethrows other errors. */
export async function resultOrReason<T extends object>(
  work: () => Promise<T>,
): Promise<T | { readonly reason: Omission['reason'] }> {
  try {
    return await work();
  } catch (error) {
    const reason = error instanceof PortraitError ? REASONS.get(error.code) : undefined;
    if (reason === undefined) throw error;
    return { reason };
  }
}
