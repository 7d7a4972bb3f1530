import { PortraitError } from '../../../shared/errors.ts';
import type { NamedArray } from './safetensors.ts';

/** Throws MODEL_DAMAGED, with the name of the array, if one holds NaN or an infinity. */
export function requireFinite(file: string, arrays: Readonly<Record<string, NamedArray>>): void {
  for (const [name, { data }] of Object.entries(arrays)) {
    if (areFinite(data)) continue;
    throw new PortraitError({
      code: 'MODEL_DAMAGED',
      message: `The weights in ${file} cannot be used: ${name} holds values that are not finite numbers.`,
      hint: 'Restore the file from a backup, or train again.',
      details: { file, weight: name, variant: 'not-finite' },
    });
  }
}

/** Subtracting a number from itself gives 0 unless it is NaN or infinite. */
export function areFinite(data: Float32Array): boolean {
  let sum = 0;
  for (let i = 0; i < data.length; i++) sum += data[i]! - data[i]!;
  return sum === 0;
}
