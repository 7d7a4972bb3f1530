import { Anchor, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MeasureName } from '../../../shared/contract/profile.ts';
import { MemberOrder } from '../../../shared/contract/segment.ts';
import { useFormat } from '../../base/format.ts';
import { hashOf } from '../../base/route.ts';
import { navigate } from '../../base/use-route.ts';
import { clusterName } from '../../components/cluster-names.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import type { Order } from '../../components/sorted.ts';
import { type TableColumn, TableView } from '../../components/TableView.tsx';
import { useCall } from '../../engine/use-call.ts';

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
  const [order, setOrder] = useState<Order>({ key: 'monetary', descending: true });
  const [page, setPage] = useState(1);
  const { data, error } = useCall(
    'segment.get',
    {
      segment,
      order: MemberOrder.parse(order.key),
      descending: order.descending,
      offset: (page - 1) * PAGE_SIZE,
      limit: PAGE_SIZE,
      liftRows: 0,
    },
    { keepPrevious: true },
  );
  const clusters = useCall('map.clusters', { map: map ?? '' }, { enabled: map !== null }).data?.clusters;
  if (error) return <ErrorNotice error={error} />;
  if (!data) return <Skeleton height={320} />;
  const { members } = data;
  const measure = (name: MeasureName): TableColumn<number> => ({
    key: name,
    header: t(`terms.measures.${name}`),
    cell: (row) => {
      const value = members[name][row] ?? Number.NaN;
      if (name === 'recency' && !Number.isNaN(value)) return t('terms.days', { count: Math.round(value) });
      return format.number(value, name === 'monetary' ? 2 : 0);
    },
    sortable: true,
    numeric: true,
  });
  const columns: TableColumn<number>[] = [
    {
      key: 'user',
      header: t('terms.user'),
      cell: (row) => (
        <Anchor
          size="sm"
          fw={500}
          href={hashOf('users', members.users[row])}
          onClick={(event) => event.stopPropagation()}
        >
          {members.users[row]}
        </Anchor>
      ),
      sortable: true,
    },
    ...MeasureName.options.map(measure),
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
  return (
    <TableView
      label={t('segments.membersTable')}
      columns={columns}
      rows={Array.from(members.users.keys())}
      rowKey={(row) => members.users[row] ?? ''}
      order={order}
      onOrder={(newOrder) => {
        setOrder(newOrder);
        setPage(1);
      }}
      page={page}
      pageSize={PAGE_SIZE}
      total={size}
      onPage={setPage}
      onRowClick={(row) => navigate('users', members.users[row] ?? '')}
    />
  );
}
