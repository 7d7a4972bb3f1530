import { Box, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerBase, Stages } from '../../../shared/contract/base.ts';
import { baseRules } from '../../../shared/domain/base-rules.ts';
import { LIFE_STAGES } from '../../../shared/domain/life-stage.ts';
import { useFormat } from '../../base/format.ts';
import { Card } from '../../components/Card.tsx';
import { StackedBars } from '../../components/StackedBars.tsx';
import { GroupsCard } from './GroupsCard.tsx';

/** Customers by life stage, now and at the ends of the last months. */
export function StagesCard({ stages, base }: { stages: Stages | null; base: CustomerBase }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = t('customers.stages.title');
  if (!stages) {
    return (
      <Card title={title}>
        <Text size="sm" c="dimmed">
          {t('customers.stages.tooFew')}
        </Text>
      </Card>
    );
  }
  const { late, gone } = stages.limits;
  return (
    <GroupsCard
      title={title}
      note={t('customers.stages.note', { late: format.number(late), gone: format.number(gone) })}
      header={t('customers.stages.stage')}
      rows={LIFE_STAGES.map((stage) => ({ name: t(`terms.stages.${stage}`), rule: baseRules.stage(stage) }))}
      groups={stages.now}
      base={base}
    >
      {stages.months.length > 1 && <StagesByMonth stages={stages} />}
    </GroupsCard>
  );
}

function StagesByMonth({ stages: { months, counts } }: { stages: Stages }) {
  const { t } = useTranslation();
  const bars = useMemo(() => months.map((month) => ({ label: month, title: month })), [months]);
  const series = useMemo(
    () =>
      LIFE_STAGES.map((stage, at) => ({
        name: t(`terms.stages.${stage}`),
        counts: months.map((_, month) => counts[month * LIFE_STAGES.length + at]!),
      })),
    [months, counts, t],
  );
  return (
    <Box mt="sm">
      <StackedBars label={t('customers.stages.byMonth')} bars={bars} series={series} height={220} />
    </Box>
  );
}
