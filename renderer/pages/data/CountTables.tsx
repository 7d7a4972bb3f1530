import { SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { useFormat } from '../../base/format.ts';
import { DataTable } from '../../components/DataTable.tsx';

interface Count {
  name: string;
  label: string;
  count: number;
}

/** Number of events per action, and number of users with a value for each attribute. */
export function CountTables({ workspace }: { workspace: WorkspaceInfo }) {
  const { t } = useTranslation();
  const format = useFormat();
  const actions = Array.from(workspace.actions, ([name, count]) => ({ name, label: format.action(name), count }));
  const attributes = workspace.attributes.map(({ name, users }) => ({ name, label: name, count: users }));
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
      <Stack gap="sm">
        <Title order={2}>{t('data.actions')}</Title>
        <Counts
          rows={actions}
          total={workspace.events}
          label={t('data.actions')}
          name={t('data.action')}
          count={t('data.events')}
        />
      </Stack>
      <Stack gap="sm">
        <Title order={2}>{t('data.attributes')}</Title>
        {attributes.length === 0 ? (
          <Text c="dimmed">{t('data.attributesNone')}</Text>
        ) : (
          <Counts
            rows={attributes}
            total={workspace.users}
            label={t('data.attributes')}
            name={t('data.attribute')}
            count={t('data.known')}
          />
        )}
      </Stack>
    </SimpleGrid>
  );
}

interface CountsProps {
  rows: Count[];
  /** Denominator of the share column. */
  total: number;
  label: string;
  name: string;
  count: string;
}

function Counts({ rows, total, label, name, count }: CountsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DataTable
      label={label}
      rows={rows}
      rowKey={(row) => row.name}
      pageSize={10}
      initialOrder={{ key: 'count', descending: true }}
      columns={[
        { key: 'name', header: name, cell: (row) => row.label, sort: (row) => row.label },
        {
          key: 'count',
          header: count,
          cell: (row) => format.number(row.count),
          sort: (row) => row.count,
          numeric: true,
        },
        { key: 'share', header: t('data.share'), cell: (row) => format.percent(row.count / total), numeric: true },
      ]}
    />
  );
}
