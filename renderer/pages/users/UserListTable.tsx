import { Badge, Group } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useFormat } from '../../base/format.ts';
import { clusterName } from '../../components/cluster-names.ts';
import { measureColumns } from '../../components/measure-columns.ts';
import type { TableColumn } from '../../components/TableView.tsx';
import { UsersTable } from '../../components/UsersTable.tsx';
import { call } from '../../engine/use-call.ts';
import { PAGE_SIZE, type UsersQuery, usersInput } from './users-query.ts';

interface UserListTableProps {
  data: UserPage;
  query: UsersQuery;
  /** Whether the data are those of an earlier query. */
  busy: boolean;
  /** Whether the workspace has user attributes. */
  hasAttributes: boolean;
  onChange: (changes: Partial<UsersQuery>) => void;
}

type UserPage = Output<'profile.users'>;

/** Users with their attributes, measures and cluster. */
export function UserListTable({ data, query, busy, hasAttributes, onChange }: UserListTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const columnsOf = (page: UserPage) => [
    ...(hasAttributes ? [attributesColumn(t, page)] : []),
    ...measureColumns(t, format, page),
    clusterColumn(t, page),
  ];
  const load = async (offset: number, limit: number) => {
    const page = await call('profile.users', { ...usersInput(query), offset, limit });
    return { users: page.users, columns: columnsOf(page) };
  };
  return (
    <UsersTable
      label={t('users.table')}
      users={data.users}
      columns={columnsOf(data)}
      load={load}
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

function attributesColumn(t: TFunction, { attributes }: UserPage): TableColumn<number> {
  return {
    key: 'attributes',
    header: t('map.groups.attributes'),
    cell: (row) => <AttributeBadges values={attributes[row] ?? new Map()} />,
    exported: (row) => Array.from(attributes[row] ?? [], ([name, value]) => `${name}: ${value}`).join('; '),
    sortable: false,
  };
}

function clusterColumn(t: TFunction, { cluster, clusterNames }: UserPage): TableColumn<number> {
  return {
    key: 'cluster',
    header: t('terms.cluster'),
    cell: (row) => {
      const id = cluster[row];
      const name = id == null ? undefined : clusterNames[id];
      return name === undefined ? t('terms.none') : clusterName(t, name);
    },
    sortable: false,
  };
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
