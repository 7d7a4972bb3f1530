import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hashOf } from '../base/route.ts';
import { navigate } from '../base/use-route.ts';
import { type TableColumn, TableView, type TableViewProps } from './TableView.tsx';

type Paging = Pick<
  TableViewProps<number>,
  'label' | 'order' | 'onOrder' | 'page' | 'onPage' | 'pageSize' | 'total' | 'busy'
>;

interface UsersTableProps extends Paging {
  /** Names of the users on the page. */
  users: readonly string[];
  /** Columns beside the name; a row is an index of `users`. */
  columns: readonly TableColumn<number>[];
}

/** One page of a table of users, each with a link to the user's page. */
export function UsersTable({ users, columns, ...paging }: UsersTableProps) {
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
      columns={[userColumn, ...columns]}
      rows={Array.from(users.keys())}
      rowKey={(row) => users[row] ?? ''}
      onRowClick={(row) => navigate('users', users[row] ?? '')}
    />
  );
}
