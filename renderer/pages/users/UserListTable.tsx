import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useFormat } from '../../base/format.ts';
import { clusterName } from '../../components/cluster-names.ts';
import { measureColumns } from '../../components/measure-columns.ts';
import type { TableColumn } from '../../components/TableView.tsx';
import { UsersTable } from '../../components/UsersTable.tsx';
import { PAGE_SIZE, type UsersQuery } from './users-query.ts';

interface UserListTableProps {
  data: Output<'profile.users'>;
  query: UsersQuery;
  /** Whether the data are those of an earlier query. */
  busy: boolean;
  /** Whether the workspace has user attributes. */
  hasAttributes: boolean;
  onChange: (changes: Partial<UsersQuery>) => void;
}

/** Users with their attributes, measures and cluster. */
export function UserListTable({ data, query, busy, hasAttributes, onChange }: UserListTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const attributesColumn: TableColumn<number> = {
    key: 'attributes',
    header: t('map.groups.attributes'),
    cell: (row) => <AttributeBadges values={data.attributes[row] ?? new Map()} />,
    sortable: false,
  };
  const clusterColumn: TableColumn<number> = {
    key: 'cluster',
    header: t('terms.cluster'),
    cell: (row) => {
      const cluster = data.cluster[row];
      const name = cluster == null ? undefined : data.clusterNames[cluster];
      return name === undefined ? t('terms.none') : clusterName(t, name);
    },
    sortable: false,
  };
  return (
    <UsersTable
      label={t('users.table')}
      users={data.users}
      columns={[...(hasAttributes ? [attributesColumn] : []), ...measureColumns(t, format, data), clusterColumn]}
      order={query.order}
      onOrder={(order) => onChange({ order, page: 1 })}
      page={query.page}
      pageSize={PAGE_SIZE}
      total={data.total}
      busy={busy}
      onPage={(page) => onChange({ page })}
    />
  );
}

const MAX_ATTRIBUTES = 3;

function AttributeBadges({ values }: { values: ReadonlyMap<string, string> }) {
  return (
    <Group gap={4} wrap="nowrap">
      {[...values].slice(0, MAX_ATTRIBUTES).map(([name, value]) => (
        <Badge key={name} variant="light" color="gray" tt="none" fw={500} title={name}>
          {value}
        </Badge>
      ))}
    </Group>
  );
}
