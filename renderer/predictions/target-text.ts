import type { TFunction } from 'i18next';
import type { Target } from '../../shared/domain/finetune-config.ts';

/** Maximum number of names listed; the others are counted. */
const SHOWN = 3;

/** Describes a target, such as “Will buy tea within 30 days”. */
export function targetText(t: TFunction, target: Target): string {
  switch (target.kind) {
    case 'attribute':
      return t('predictions.descriptions.attribute', { attribute: target.attribute });
    case 'buys': {
      const { names, days } = target;
      const shown = names.slice(0, SHOWN).join(', ');
      const more = names.length - SHOWN;
      return t('predictions.descriptions.buys', {
        count: days,
        what: more > 0 ? t('predictions.start.andMore', { shown, more }) : shown,
      });
    }
    case 'next':
      return t(`predictions.descriptions.next.${target.of}`, { count: target.days });
    case 'returns':
    case 'spend':
      return t(`predictions.descriptions.${target.kind}`, { count: target.days });
    case 'rating':
      return t('predictions.descriptions.rating');
  }
}
