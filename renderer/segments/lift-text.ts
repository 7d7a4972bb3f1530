import type { TFunction } from 'i18next';
import type { Format } from '../base/format.ts';

/** Formats a lift with as many decimals as its size needs: 12×, 3.4×, 0.03×. */
export function liftText(t: TFunction, format: Format, lift: number): string {
  return t('terms.times', { value: format.number(lift, lift >= 10 || lift === 0 ? 0 : lift >= 1 ? 1 : 2) });
}
