import type { TFunction } from 'i18next';
import type { Target } from '../../shared/domain/finetune-config.ts';
import { YES } from '../../shared/domain/prediction-name.ts';

/**
 * Translates “yes” and “no” for targets that predict whether something happens; other classes are names from the data.
 */
export function classText(t: TFunction, { kind }: Pick<Target, 'kind'>, name: string): string {
  if (kind !== 'returns' && kind !== 'buys') return name;
  return t(name === YES ? 'training.yes' : 'training.no');
}
