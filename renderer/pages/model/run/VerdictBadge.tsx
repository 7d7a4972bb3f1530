import { Badge, Text } from '@mantine/core';
import {
  type Icon,
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleXFilled,
  IconHelpCircleFilled,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../../../shared/contract/train.ts';
import { type Better, standingOf } from './compare-to-baseline.ts';

/** Never told by colour alone: each has a sign of its own, and words. */
export const SIGNS: Record<Better, { icon: Icon; colour: string }> = {
  clearly: { icon: IconCircleCheckFilled, colour: 'teal' },
  maybe: { icon: IconHelpCircleFilled, colour: 'yellow' },
  no: { icon: IconAlertTriangleFilled, colour: 'orange' },
  worse: { icon: IconCircleXFilled, colour: 'red' },
};

/** Whether a run is better than the best simple rule, in a few words. */
export function VerdictBadge({ evaluation }: { evaluation: Evaluation | null }) {
  const { t } = useTranslation();
  if (!evaluation) {
    return (
      <Text size="sm" c="dimmed">
        {t('verdict.notYet')}
      </Text>
    );
  }
  const { better } = standingOf(evaluation);
  const { icon: Sign, colour } = SIGNS[better];
  return (
    <Badge variant="light" color={colour} tt="none" leftSection={<Sign size={14} aria-hidden />}>
      {t(`verdict.short.${better}`)}
    </Badge>
  );
}
