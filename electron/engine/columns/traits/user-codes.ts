import type { EventFilter } from '../event-filter.ts';
import { eachEvent } from '../scan-events.ts';
import type { CodedValues } from './coded-values.ts';

type Codes = Pick<CodedValues, 'codeOf' | 'maxCode'>;

/** Returns the number of distinct codes of each user's matching events. */
export function countDistinct(
  offsets: Int32Array,
  filters: readonly EventFilter[],
  { codeOf, maxCode }: Codes,
): Float64Array {
  const counts = new Float64Array(Math.max(0, offsets.length - 1));
  /** For each code, the last user with an event of it, plus 1. */
  const lastUser = new Int32Array(maxCode + 1);
  eachEvent(offsets, filters, (e, user) => {
    const code = codeOf(e);
    if (code === 0 || lastUser[code] === user + 1) return;
    lastUser[code] = user + 1;
    counts[user]!++;
  });
  return counts;
}

/**
 * Returns the most frequent code of each user's matching events, 0 for none; of several, that of the most recent event:
 * the code that reached the greatest count last.
 */
export function mostFrequentCodes(
  offsets: Int32Array,
  filters: readonly EventFilter[],
  { codeOf, maxCode }: Codes,
): Int32Array {
  const best = new Int32Array(Math.max(0, offsets.length - 1));
  const counts = new Int32Array(maxCode + 1);
  const lastUser = new Int32Array(maxCode + 1);
  let [user, greatest] = [-1, 0];
  eachEvent(offsets, filters, (e, of) => {
    const code = codeOf(e);
    if (code === 0) return;
    if (of !== user) [user, greatest] = [of, 0];
    if (lastUser[code] !== of + 1) {
      lastUser[code] = of + 1;
      counts[code] = 0;
    }
    const count = ++counts[code]!;
    if (count < greatest) return;
    greatest = count;
    best[of] = code;
  });
  return best;
}

/** Returns the code of each user's first or last matching event that has one, 0 for none. */
export function extremeCodes(
  offsets: Int32Array,
  filters: readonly EventFilter[],
  { codeOf, isLast }: Pick<CodedValues, 'codeOf'> & { readonly isLast: boolean },
): Int32Array {
  const codes = new Int32Array(Math.max(0, offsets.length - 1));
  eachEvent(offsets, filters, (e, user) => {
    if (!isLast && codes[user] !== 0) return;
    codes[user] = codeOf(e) || codes[user]!;
  });
  return codes;
}
