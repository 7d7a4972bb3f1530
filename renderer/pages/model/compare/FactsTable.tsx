import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '../../../../shared/contract/runs.ts';
import { useFormat } from '../../../base/format.ts';
import { DataTable } from '../../../components/DataTable.tsx';
import { comparedRunName } from './compared-run-name.ts';

/** Number of parameters and training time of each run. */
export function FactsTable({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack gap="xs">
      <Title order={2}>{t('model.compare.facts')}</Title>
      <DataTable
        label={t('model.compare.facts')}
        rows={comparison.runs}
        rowKey={({ run }) => run}
        columns={[
          { key: 'run', header: t('terms.run'), cell: ({ run }) => comparedRunName(comparison, run) },
          {
            key: 'parameters',
            header: t('runs.parameters'),
            cell: ({ parameters }) => format.number(parameters),
            sort: ({ parameters }) => parameters,
            numeric: true,
          },
          {
            key: 'duration',
            header: t('runs.duration'),
            cell: ({ seconds }) => format.duration(seconds),
            sort: ({ seconds }) => seconds,
            numeric: true,
          },
        ]}
      />
    </Stack>
  );
}
