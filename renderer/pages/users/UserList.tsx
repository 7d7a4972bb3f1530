import { Anchor, Badge, Group, Skeleton, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { MeasureName } from '../../../shared/contract/profile.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { useFormat } from '../../base/format.ts';
import { hashOf, type Route } from '../../base/route.ts';
import { navigate, replaceRoute } from '../../base/use-route.ts';
import { clusterName } from '../../components/cluster-names.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { type TableColumn, TableView } from '../../components/TableView.tsx';
import { useCall } from '../../engine/use-call.ts';
import { PAGE_SIZE, readUsersQuery, type UsersQuery, writeUsersQuery } from './users-query.ts';

/** Table of all users with search, sorting and pagination. */
export function UserList({ workspace, route }: { workspace: WorkspaceInfo; route: Route }) {
  const { t } = useTranslation();
  const query = readUsersQuery(route.query);
  const [search, setSearch] = useState(query.search);
  const change = (changes: Partial<UsersQuery>) =>
    replaceRoute('users', null, writeUsersQuery({ ...query, ...changes }));
  const searchDebounced = useDebouncedCallback((text: string) => change({ search: text, page: 1 }), 250);
  const order = query.order.key === 'user' ? 'user' : MeasureName.parse(query.order.key);
  const { data, error } = useCall(
    'profile.users',
    {
      search: query.search,
      order,
      descending: query.order.descending,
      offset: (query.page - 1) * PAGE_SIZE,
      limit: PAGE_SIZE,
    },
    { keepPrevious: true },
  );
  return (
    <>
      <Group justify="space-between" align="flex-end">
        <TextInput
          label={t('terms.searchUsers')}
          placeholder={t('users.searchPlaceholder')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            searchDebounced(event.currentTarget.value);
          }}
          maxLength={200}
          w={340}
        />
        <Text c="dimmed" role="status">
          {data && t('users.found', { count: data.total })}
        </Text>
      </Group>
      {error !== null && <ErrorNotice error={error} />}
      {!data ? (
        error === null && <Skeleton height={480} />
      ) : data.total === 0 ? (
        <EmptyState
          icon={IconUserOff}
          title={t('users.nobodyTitle')}
          text={t('users.nobodyText', { search: query.search })}
        />
      ) : (
        <UsersTable data={data} query={query} hasAttributes={workspace.attributes.length > 0} onChange={change} />
      )}
    </>
  );
}

interface UsersTableProps {
  data: Output<'profile.users'>;
  query: UsersQuery;
  /** Whether the workspace has user attributes. */
  hasAttributes: boolean;
  onChange: (changes: Partial<UsersQuery>) => void;
}

function UsersTable({ data, query, hasAttributes, onChange }: UsersTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = Array.from(data.users.keys());
  const measure = (name: MeasureName, decimals = 0): TableColumn<number> => ({
    key: name,
    header: t(`terms.measures.${name}`),
    cell: (row) => format.number(data[name][row] ?? Number.NaN, decimals),
    sortable: true,
    numeric: true,
  });
  const attributes: TableColumn<number> = {
    key: 'attributes',
    header: t('map.groups.attributes'),
    cell: (row) => <AttributeBadges values={data.attributes[row] ?? {}} />,
    sortable: false,
  };
  const columns: TableColumn<number>[] = [
    {
      key: 'user',
      header: t('terms.user'),
      cell: (row) => (
        <Anchor size="sm" href={hashOf('users', data.users[row])} fw={500} onClick={(event) => event.stopPropagation()}>
          {data.users[row]}
        </Anchor>
      ),
      sortable: true,
    },
    ...(hasAttributes ? [attributes] : []),
    measure('events'),
    measure('sessions'),
    { ...measure('recency'), cell: (row) => daysAgo(data.recency[row] ?? Number.NaN) },
    measure('frequency'),
    measure('monetary', 2),
    {
      key: 'cluster',
      header: t('terms.cluster'),
      cell: (row) => {
        const cluster = data.cluster[row];
        const name = cluster == null ? undefined : data.clusterNames[cluster];
        return name === undefined ? t('terms.none') : clusterName(t, name);
      },
      sortable: false,
    },
  ];
  const daysAgo = (days: number) =>
    Number.isNaN(days) ? t('terms.none') : t('terms.days', { count: Math.round(days) });
  return (
    <TableView
      label={t('users.table')}
      columns={columns}
      rows={rows}
      rowKey={(row) => data.users[row] ?? ''}
      order={query.order}
      onOrder={(order) => onChange({ order, page: 1 })}
      page={query.page}
      pageSize={PAGE_SIZE}
      total={data.total}
      onPage={(page) => onChange({ page })}
      onRowClick={(row) => navigate('users', data.users[row] ?? '')}
    />
  );
}

const MAX_ATTRIBUTES = 3;

function AttributeBadges({ values }: { values: Readonly<Record<string, string>> }) {
  return (
    <Group gap={4} wrap="nowrap">
      {Object.entries(values)
        .slice(0, MAX_ATTRIBUTES)
        .map(([name, value]) => (
          <Badge key={name} variant="light" color="gray" tt="none" fw={500} title={name}>
            {value}
          </Badge>
        ))}
    </Group>
  );
}
