import type { TFunction } from 'i18next';
import type { TraitSummary } from '../../shared/contract/traits.ts';
import type { Format } from '../base/format.ts';

/** Significant digits of small numbers. */
const DIGITS = 4;

/** Returns the name of a trait with its unit. */
export const traitTitle = ({ name, unit }: Pick<TraitSummary, 'name' | 'unit'>): string =>
  unit === '' ? name : `${name} (${unit})`;

/** Returns a value of a trait as text: at least four significant digits of a number; a dash for no value. */
export function traitValueText(t: TFunction, format: Format, value: number | string | null): string {
  if (typeof value !== 'number') return value ?? t('terms.none');
  return format.number(value, traitDecimals(value));
}

/** Returns the number of decimals with which a value is shown: none for an integer. */
export function traitDecimals(value: number): number {
  if (Number.isInteger(value)) return 0;
  return Math.min(12, Math.max(0, DIGITS - 1 - Math.floor(Math.log10(Math.abs(value)))));
}
