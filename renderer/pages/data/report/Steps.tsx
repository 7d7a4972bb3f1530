import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StepResult } from '../../../../shared/contract/import-effect.ts';
import { useFormat } from '../../../base/format.ts';
import { DataTable } from '../../../components/DataTable.tsx';
import { stepName } from './step-names.ts';

/** Effect of each cleaning step that was applied; renders nothing if none was. */
export function Steps({ steps }: { steps: readonly StepResult[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (steps.length === 0) return null;
  return (
    <Stack gap="sm" component="section" aria-label={t('data.report.steps')}>
      <Title order={2}>{t('data.report.steps')}</Title>
      <DataTable
        label={t('data.report.steps')}
        rows={steps}
        rowKey={({ step }) => step}
        columns={[
          { key: 'step', header: t('data.report.step'), cell: ({ step }) => stepName(t, step) },
          {
            key: 'effect',
            header: t('data.report.stepEffect'),
            cell: ({ leavesOut }) => t(leavesOut ? 'data.report.leftOut' : 'data.report.changed'),
          },
          {
            key: 'rows',
            header: t('data.report.stepRows'),
            cell: ({ rows }) => format.number(rows),
            sort: ({ rows }) => rows,
            numeric: true,
          },
        ]}
      />
    </Stack>
  );
}
