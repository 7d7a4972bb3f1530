import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../../../shared/contract/train.ts';
import { useFormat } from '../../../app/format.ts';
import { verdictOf } from './verdict.ts';

/** Whether a run is better than popularity, in a few words. */
export function VerdictBadge({ evaluation, size = 'md' }: { evaluation: Evaluation | null; size?: 'md' | 'lg' }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!evaluation) {
    return (
      <Text size="sm" c="dimmed">
        {t('model.notEvaluated')}
      </Text>
    );
  }
  const { beats, gain } = verdictOf(evaluation);
  const text = !beats
    ? t('model.equals')
    : gain === null
      ? t('model.beats')
      : t('model.beatsBy', { percent: format.percent(gain, 0) });
  return (
    <Badge size={size} variant="light" color={beats ? 'teal' : 'orange'} tt="none">
      {text}
    </Badge>
  );
}
