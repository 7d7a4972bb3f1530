import { Button, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useFormat } from '../../app/format.ts';
import { hashOf } from '../../app/route.ts';
import { go } from '../../app/use-route.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { VerdictBadge } from './run/VerdictBadge.tsx';

export type Run = Output<'train.runs'>['runs'][number];

/** All models of the workspace, to compare and to choose from. */
export function RunsTable({ runs, selected }: { runs: readonly Run[]; selected: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ndcg = (run: Run) => run.evaluation?.metrics['ndcg@10'] ?? Number.NaN;
  const loss = (run: Run) => run.summary.validation.loss ?? Number.NaN;
  return (
    <Stack gap="sm">
      <Title order={2}>{t('model.runs')}</Title>
      <DataTable
        label={t('model.runs')}
        rows={runs}
        rowKey={(run) => run.id}
        pageSize={10}
        selected={selected}
        onRowClick={(run) => go('model', run.id)}
        columns={[
          {
            key: 'run',
            header: t('model.run'),
            cell: (run) => (
              <Button component="a" size="compact-sm" variant="subtle" href={hashOf('model', run.id)}>
                {run.id}
              </Button>
            ),
            sort: (run) => run.id,
          },
          {
            key: 'created',
            header: t('model.created'),
            cell: (run) => format.moment(run.created),
            sort: (run) => run.created,
          },
          {
            key: 'parameters',
            header: t('model.parameters'),
            cell: (run) => format.number(run.summary.parameters),
            sort: (run) => run.summary.parameters,
            numeric: true,
          },
          {
            key: 'duration',
            header: t('model.duration'),
            cell: (run) => format.duration(run.summary.seconds),
            sort: (run) => run.summary.seconds,
            numeric: true,
          },
          {
            key: 'loss',
            header: t('model.validationLoss'),
            cell: (run) => format.number(loss(run), 3),
            sort: loss,
            numeric: true,
          },
          {
            key: 'ndcg',
            header: t('model.ndcg'),
            cell: (run) => format.number(ndcg(run), 4),
            sort: ndcg,
            numeric: true,
          },
          {
            key: 'profiles',
            header: t('model.profiles'),
            cell: (run) => (run.profiles > 0 ? format.number(run.profiles) : t('app.none')),
            sort: (run) => run.profiles,
            numeric: true,
          },
          { key: 'verdict', header: t('model.verdict'), cell: (run) => <VerdictBadge evaluation={run.evaluation} /> },
        ]}
      />
    </Stack>
  );
}
