import { Anchor, Group, Skeleton, Text, UnstyledButton } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { measureColumns } from '../../components/measure-columns.ts';
import { type TableColumn, TableView } from '../../components/TableView.tsx';
import { Swatch } from '../../map/MapLegend.tsx';
import { traitColumns } from '../../traits/trait-columns.ts';
import type { ClusterLooks } from './use-cluster-looks.ts';
import { PAGE_SIZE, type SelectedUsers } from './use-selected-users.ts';

interface UsersPanelProps {
  users: SelectedUsers;
  clusters: ClusterLooks;
  /** The user shown in the drawer; null for none. */
  openUser: string | null;
  /** Height of the table in pixels. */
  height: number;
  onOpen: (user: string) => void;
}

/** Height of the pagination in pixels. */
const PAGES_HEIGHT = 46;
/** Maximum number of attribute columns. */
const MAX_ATTRIBUTES = 4;

/** Table of the selected users. */
export function UsersPanel({ users, clusters, openUser, height, onOpen }: UsersPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { members, error, size, busy, order, page, onOrder, onPage } = users;
  if (error) return <ErrorNotice error={error} />;
  if (!members) return <Skeleton height={Math.max(120, height - 8)} />;
  if (size === 0) {
    return (
      <Text size="sm" c="dimmed" p="md">
        {t('explore.nobody')}
      </Text>
    );
  }
  const nameColumn: TableColumn<number> = {
    key: 'user',
    header: t('terms.user'),
    cell: (row) => (
      <UnstyledButton
        fz="sm"
        fw={500}
        onClick={(event) => {
          event.stopPropagation();
          onOpen(members.users[row] ?? '');
        }}
      >
        <Anchor component="span" inherit>
          {members.users[row]}
        </Anchor>
      </UnstyledButton>
    ),
    sortable: true,
  };
  const columnsOf = (rows: typeof members): TableColumn<number>[] => [
    ...(clusters.size > 0 ? [clusterColumn(t, clusters, rows)] : []),
    ...measureColumns(t, format, rows),
    ...traitColumns(t, format, users.traits, rows.traits),
    ...(members.attributes.some((values) => values.size > 0) ? [attributesColumn(t, rows)] : []),
  ];
  const load = async (offset: number, limit: number) => {
    const rows = await users.load(offset, limit);
    return { users: rows.users, columns: columnsOf(rows) };
  };
  return (
    <TableView
      compact
      label={t('explore.usersTable')}
      columns={[nameColumn, ...columnsOf(members)]}
      csv={async () => (await import('../../components/users-csv.ts')).usersCsv(t('terms.user'), size, load)}
      rows={Array.from(members.users.keys())}
      rowKey={(row) => members.users[row] ?? ''}
      order={order}
      onOrder={onOrder}
      page={page}
      pageSize={PAGE_SIZE}
      total={size}
      busy={busy}
      onPage={onPage}
      maxHeight={Math.max(160, height - (size > PAGE_SIZE ? PAGES_HEIGHT : 4))}
      selected={openUser}
      onRowClick={(row) => onOpen(members.users[row] ?? '')}
    />
  );
}

type Rows = NonNullable<SelectedUsers['members']>;

function clusterColumn(t: TFunction, clusters: UsersPanelProps['clusters'], rows: Rows): TableColumn<number> {
  const clusterOf = (row: number) => clusters.get(rows.cluster[row] ?? -1);
  return {
    key: 'cluster',
    header: t('terms.cluster'),
    cell: (row) => {
      const cluster = clusterOf(row);
      return cluster ? <ClusterCell {...cluster} /> : t('terms.none');
    },
    exported: (row) => clusterOf(row)?.name ?? t('terms.none'),
    sortable: false,
  };
}

function attributesColumn(t: TFunction, rows: Rows): TableColumn<number> {
  return {
    key: 'attributes',
    header: t('map.groups.attributes'),
    cell: (row) => (
      <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {[...(rows.attributes[row]?.values() ?? [])].slice(0, MAX_ATTRIBUTES).join(' · ')}
      </Text>
    ),
    exported: (row) => Array.from(rows.attributes[row] ?? [], ([name, value]) => `${name}: ${value}`).join('; '),
    sortable: false,
  };
}

function ClusterCell({ name, colour }: { name: string; colour: string | undefined }) {
  return (
    <Group gap={6} wrap="nowrap" maw="min(22vw, 340px)">
      {colour !== undefined && <Swatch colour={colour} />}
      <Text size="sm" truncate title={name}>
        {name}
      </Text>
    </Group>
  );
}
