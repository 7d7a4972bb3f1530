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
    <Stack gap="sm" component="section" aria-label={t('merged.title')}>
      <Title order={2}>{t('merged.title')}</Title>
      <Text size="sm" c="dimmed">
        {t('merged.text', { count: data.total })}
        {data.total > data.rows.length && ` ${t('merged.more', { shown: format.number(data.rows.length) })}`}
      </Text>
      <DataTable
        label={t('merged.title')}
        rows={data.rows}
        rowKey={({ alias }) => alias}
        pageSize={10}
        columns={[
          {
            key: 'user',
            header: t('merged.user'),
            cell: ({ user }) => (
              <Anchor href={hashOf('users', user)} inherit fw={500}>
                {user}
              </Anchor>
            ),
            sort: ({ user }) => user,
          },
          { key: 'alias', header: t('merged.alias'), cell: ({ alias }) => alias, sort: ({ alias }) => alias },
          {
            key: 'import',
            header: t('merged.import'),
            cell: ({ import: id }) => (
              <Anchor href={hashOf('data', `imports/${id}`)} inherit>
                {t('merged.importNumber', { id })}
              </Anchor>
            ),
            sort: ({ import: id }) => id,
          },
        ]}
      />
    </Stack>
  );
}
