import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MemberOrder, type Members } from '../../../shared/contract/segment.ts';
import { useFormat } from '../../base/format.ts';
import { clusterName } from '../../components/cluster-names.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { measureColumns } from '../../components/measure-columns.ts';
import type { TableColumn } from '../../components/TableView.tsx';
import { UsersTable } from '../../components/UsersTable.tsx';
import { usePagedOrder } from '../../components/use-paged-order.ts';
import { call, useCall } from '../../engine/use-call.ts';

interface MembersTableProps {
  segment: string;
  size: number;
  /** The map whose clusters are shown; null if there is none. */
  map: string | null;
}

const PAGE_SIZE = 25;

/** Paginated table of a segment's members. */
export function MembersTable({ segment, size, map }: MembersTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { table, rows } = usePagedOrder({ key: 'monetary', descending: true }, PAGE_SIZE);
  const input = { segment, order: MemberOrder.parse(table.order.key), liftRows: 0 };
  const { data, error, isPlaceholderData } = useCall('segment.get', { ...input, ...rows }, { keepPrevious: true });
  const clusters = useCall('map.clusters', { map: map ?? '' }, { enabled: map !== null }).data?.clusters;
  if (error) return <ErrorNotice error={error} />;
  if (!data) return <Skeleton height={320} />;
  const columnsOf = (members: Members): TableColumn<number>[] => [
    ...measureColumns(t, format, members),
    {
      key: 'cluster',
      header: t('terms.cluster'),
      cell: (row) => {
        const cluster = clusters?.find(({ id }) => id === members.cluster[row]);
        return cluster ? clusterName(t, cluster.name) : t('terms.none');
      },
      sortable: false,
    },
  ];
  const load = async (offset: number, limit: number) => {
    const { descending } = table.order;
    const { members } = await call('segment.get', { ...input, descending, offset, limit });
    return { users: members.users, columns: columnsOf(members) };
  };
  return (
    <UsersTable
      {...table}
      label={t('segments.membersTable')}
      users={data.members.users}
      columns={columnsOf(data.members)}
      load={load}
      total={size}
      busy={isPlaceholderData}
    />
  );
}
