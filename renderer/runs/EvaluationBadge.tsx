import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../shared/contract/train.ts';
import { VerdictBadge } from '../components/VerdictBadge.tsx';
import { compareToBaseline } from './compare-to-baseline.ts';
import { BASELINE_VERDICT_STYLES } from './verdict-styles.ts';

/** Badge with the comparison of a run to the best baseline. */
export function EvaluationBadge({ evaluation }: { evaluation: Evaluation | null }) {
  const { t } = useTranslation();
  if (!evaluation) {
    return (
      <Text size="sm" c="dimmed">
        {t('runs.notYet')}
      </Text>
    );
  }
  const { better } = compareToBaseline(evaluation);
  return <VerdictBadge {...BASELINE_VERDICT_STYLES[better]} text={t(`runs.short.${better}`)} />;
}
