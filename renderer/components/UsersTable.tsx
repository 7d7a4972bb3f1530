import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hashOf } from '../base/route.ts';
import { navigate } from '../base/use-route.ts';
import { type TableColumn, TableView, type TableViewProps } from './TableView.tsx';
import type { UserRows } from './users-csv.ts';

type Paging = Pick<
  TableViewProps<number>,
  'label' | 'order' | 'onOrder' | 'page' | 'onPage' | 'pageSize' | 'total' | 'busy'
>;

interface UsersTableProps extends Paging, UserRows {
  /** Loads rows from an offset, in the order of the table, for an export. */
  load: (offset: number, limit: number) => Promise<UserRows>;
}

/** One page of a table of users, each with a link to the user's page. */
export function UsersTable({ users, columns, load, ...paging }: UsersTableProps) {
  const { t } = useTranslation();
  const userColumn: TableColumn<number> = {
    key: 'user',
    header: t('terms.user'),
    cell: (row) => (
      <Anchor size="sm" fw={500} href={hashOf('users', users[row])} onClick={(event) => event.stopPropagation()}>
        {users[row]}
      </Anchor>
    ),
    sortable: true,
  };
  return (
    <TableView
      {...paging}
      csv={async () => (await import('./users-csv.ts')).usersCsv(t('terms.user'), paging.total, load)}
      columns={[userColumn, ...columns]}
      rows={Array.from(users.keys())}
      rowKey={(row) => users[row] ?? ''}
      onRowClick={(row) => navigate('users', users[row] ?? '')}
    />
  );
}
