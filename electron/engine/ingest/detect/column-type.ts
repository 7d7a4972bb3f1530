import type { PreviewColumn } from '../../../../shared/contract/import-preview.ts';
import { recogniseTimes } from './times/recognise-times.ts';

/**
 * Returns the type of a column from its distinct values. Plain integers are numbers, although they could be seconds
 * since 1970.
 */
export function columnType(values: readonly string[]): PreviewColumn['type'] {
  if (values.length === 0) return 'empty';
  const { formats, share } = recogniseTimes(values);
  if (share > 0.95 && formats[0] !== 'epoch') return 'time';
  const numbers = values.filter((value) => Number.isFinite(Number(value))).length;
  return numbers > 0.95 * values.length ? 'number' : 'text';
}
