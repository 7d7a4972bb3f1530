import type { StepResult } from '../../../../shared/contract/ingest.ts';
import type { Cleaning } from '../../../../shared/domain/cleaning.ts';
import type { JobContext } from '../../jobs/context.ts';
import type { Duck } from '../duck.ts';
import type { Loaded } from '../load-file.ts';

/**
 * Takes the steps that were asked for on staged files, in the order of `Cleaning`. A row that a step leaves out gets the
 * step's name in the column `dropped`; those that are `dropped` or `bad` already are passed over. Returns what each step
 * did to each file.
 */
export async function clean(
  _duck: Duck,
  _loaded: readonly Loaded[],
  _cleaning: Cleaning,
  _context: JobContext,
): Promise<Map<Loaded, StepResult[]>> {
  return new Map();
}
