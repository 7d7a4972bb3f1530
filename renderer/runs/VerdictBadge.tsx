import { Badge, Text } from '@mantine/core';
import {
  type Icon,
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleXFilled,
  IconHelpCircleFilled,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../shared/contract/train.ts';
import { type BaselineVerdict, compareToBaseline } from './compare-to-baseline.ts';

/** Icon and colour of each verdict; colour is never the only cue, so each has its own icon and text. */
export const VERDICT_STYLES: Record<BaselineVerdict, { icon: Icon; colour: string }> = {
  clearly: { icon: IconCircleCheckFilled, colour: 'teal' },
  maybe: { icon: IconHelpCircleFilled, colour: 'yellow' },
  no: { icon: IconAlertTriangleFilled, colour: 'orange' },
  worse: { icon: IconCircleXFilled, colour: 'red' },
};

/** Badge with the comparison of a run to the best baseline. */
export function VerdictBadge({ evaluation }: { evaluation: Evaluation | null }) {
  const { t } = useTranslation();
  if (!evaluation) {
    return (
      <Text size="sm" c="dimmed">
        {t('runs.notYet')}
      </Text>
    );
  }
  const { better } = compareToBaseline(evaluation);
  const { icon: VerdictIcon, colour } = VERDICT_STYLES[better];
  return (
    <Badge variant="light" color={colour} tt="none" leftSection={<VerdictIcon size={14} aria-hidden />}>
      {t(`runs.short.${better}`)}
    </Badge>
  );
}
