import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../base/format.ts';
import { hashOf } from '../../../base/route.ts';
import { DataTable } from '../../../components/DataTable.tsx';
import { useCall } from '../../../engine/use-call.ts';

const SHOWN = 500;

/** Aliases that were merged into users, each with the import that defined it; renders nothing if there are none. */
export function MergedNames() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useCall('ingest.identities', { limit: SHOWN });
  if (!data || data.total === 0) return null;
  return (
    <Stack gap="sm" component="section" aria-label={t('data.sources.merged.title')}>
      <Title order={2}>{t('data.sources.merged.title')}</Title>
      <Text size="sm" c="dimmed">
        {t('data.sources.merged.text', { count: data.total })}
        {data.total > data.rows.length &&
          ` ${t('data.sources.merged.more', { shown: format.number(data.rows.length) })}`}
      </Text>
      <DataTable
        label={t('data.sources.merged.title')}
        rows={data.rows}
        rowKey={({ alias }) => alias}
        pageSize={10}
        columns={[
          {
            key: 'user',
            header: t('data.sources.merged.user'),
            cell: ({ user }) => (
              <Anchor href={hashOf('users', user)} inherit fw={500}>
                {user}
              </Anchor>
            ),
            sort: ({ user }) => user,
          },
          {
            key: 'alias',
            header: t('data.sources.merged.alias'),
            cell: ({ alias }) => alias,
            sort: ({ alias }) => alias,
          },
          {
            key: 'import',
            header: t('data.sources.merged.import'),
            cell: ({ import: id }) => (
              <Anchor href={hashOf('data', `imports/${id}`)} inherit>
                {t('data.sources.merged.importNumber', { id })}
              </Anchor>
            ),
            sort: ({ import: id }) => id,
          },
        ]}
      />
    </Stack>
  );
}
