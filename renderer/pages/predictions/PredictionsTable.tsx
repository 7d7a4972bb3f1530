import { Anchor, Badge, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { hashOf } from '../../base/route.ts';
import { go } from '../../base/use-route.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { useCall } from '../../engine/use-call.ts';
import { SIGNS } from '../model/run/VerdictBadge.tsx';
import { metricName, metricNumber } from './metric-text.ts';
import { SIGN_OF } from './PredictionVerdict.tsx';
import { headTitle } from './prediction-title.ts';

/** What has been predicted so far; nothing where nothing was. */
export function HeadsTable() {
  const { t } = useTranslation();
  const format = useFormat();
  const heads = useCall('finetune.heads', {}).data?.heads ?? [];
  if (heads.length === 0) return null;
  return (
    <Stack gap="sm">
      <Title order={2}>{t('head.list')}</Title>
      <DataTable
        label={t('head.list')}
        rows={heads}
        rowKey={({ run }) => run}
        pageSize={10}
        onRowClick={({ run }) => go('model', run)}
        columns={[
          {
            key: 'target',
            header: t('head.target'),
            cell: (head) => (
              <Anchor size="sm" fw={500} href={hashOf('model', head.run)} onClick={(event) => event.stopPropagation()}>
                {headTitle(t, head)}
              </Anchor>
            ),
            sort: (head) => headTitle(t, head),
          },
          {
            key: 'verdict',
            header: t('model.verdict'),
            cell: ({ verdict }) => {
              const { icon: Sign, colour } = SIGNS[SIGN_OF[verdict]];
              return (
                <Badge variant="light" color={colour} tt="none" leftSection={<Sign size={14} aria-hidden />}>
                  {t(`head.short.${verdict}`)}
                </Badge>
              );
            },
            sort: ({ difference }) => difference.value,
          },
          {
            key: 'metric',
            header: t('head.metric'),
            cell: ({ metric, head }) => `${metricName(t, metric)} ${metricNumber(format, head.value)}`,
            sort: ({ metric }) => metric,
          },
          {
            key: 'linear',
            header: t('head.rankers.linear'),
            cell: ({ linear }) => metricNumber(format, linear.value),
            numeric: true,
          },
          { key: 'run', header: t('model.run'), cell: ({ run }) => run, sort: ({ run }) => run },
          { key: 'parent', header: t('predict.run'), cell: ({ parent }) => parent ?? t('head.freshShort') },
          {
            key: 'created',
            header: t('model.created'),
            cell: ({ created }) => (
              <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
                {format.moment(created)}
              </Text>
            ),
            sort: ({ created }) => created,
          },
        ]}
      />
    </Stack>
  );
}
