import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { verdictOnDifference } from '../../shared/domain/difference-verdict.ts';
import { useFormat } from '../base/format.ts';
import { hashOf } from '../base/route.ts';
import { navigate } from '../base/use-route.ts';
import { DataTable } from '../components/DataTable.tsx';
import { VerdictBadge } from '../components/VerdictBadge.tsx';
import { useCall } from '../engine/use-call.ts';
import { LINEAR_VERDICT_STYLES } from '../runs/verdict-styles.ts';
import { formatMetric, metricName } from './metric-text.ts';
import { predictionTitle } from './prediction-title.ts';

/** All predictions, under a heading unless the page has it; renders nothing if there are none. */
export function PredictionsTable({ heading = true }: { heading?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const predictions = useCall('prediction.list', {}).data?.predictions ?? [];
  if (predictions.length === 0) return null;
  return (
    <Stack gap="sm">
      {heading && <Title order={2}>{t('predictions.list')}</Title>}
      <DataTable
        label={t('predictions.list')}
        rows={predictions}
        rowKey={({ run }) => run}
        pageSize={10}
        onRowClick={({ run }) => navigate('predictions', run)}
        columns={[
          {
            key: 'target',
            header: t('predictions.target'),
            cell: (prediction) => (
              <Anchor
                size="sm"
                fw={500}
                href={hashOf('predictions', prediction.run)}
                onClick={(event) => event.stopPropagation()}
              >
                {predictionTitle(t, prediction)}
              </Anchor>
            ),
            sort: (prediction) => predictionTitle(t, prediction),
          },
          {
            key: 'verdict',
            header: t('terms.verdict'),
            cell: ({ difference }) => {
              const verdict = verdictOnDifference(difference);
              return <VerdictBadge {...LINEAR_VERDICT_STYLES[verdict]} text={t(`predictions.short.${verdict}`)} />;
            },
            sort: ({ difference }) => difference.value,
          },
          {
            key: 'metric',
            header: t('predictions.metric'),
            cell: ({ metric, model }) => `${metricName(t, metric)} ${formatMetric(format, model.value)}`,
            sort: ({ metric }) => metric,
          },
          {
            key: 'linear',
            header: t('predictions.rankers.linear'),
            cell: ({ linear }) => formatMetric(format, linear.value),
            numeric: true,
          },
          { key: 'run', header: t('terms.run'), cell: ({ run }) => run, sort: ({ run }) => run },
          { key: 'parent', header: t('predictions.run'), cell: ({ parent }) => parent ?? t('predictions.freshShort') },
          {
            key: 'created',
            header: t('training.created'),
            cell: ({ created }) => (
              <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
                {format.dateTime(created)}
              </Text>
            ),
            sort: ({ created }) => created,
          },
        ]}
      />
    </Stack>
  );
}
