import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { measureColumns } from '../../components/measure-columns.ts';
import { TableView } from '../../components/TableView.tsx';
import { UsersTable } from '../../components/UsersTable.tsx';
import { usePagedOrder } from '../../components/use-paged-order.ts';
import { State } from '../State.tsx';

const users = ['U100234', 'U100871', 'U101006'];
const counts = users.map((user, at) => ({ user, events: 40 - 12 * at }));
const measures = {
  events: [40, 28, 16],
  sessions: [9, 7, 4],
  recency: [1, 12, Number.NaN],
  frequency: [5, 2, 0],
  monetary: [128.4, 31, 0],
};

function useCountColumns() {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    { key: 'user', header: t('terms.user'), cell: (row: (typeof counts)[number]) => row.user },
    {
      key: 'events',
      header: t('terms.measures.events'),
      cell: (row: (typeof counts)[number]) => format.number(row.events),
      numeric: true,
    },
  ];
}

export const tables = {
  DataTable: () => {
    const { t } = useTranslation();
    const [user, events] = useCountColumns();
    return (
      <State name="selected">
        <DataTable
          label={t('app.users')}
          rows={counts}
          rowKey={(row) => row.user}
          pageSize={2}
          onRowClick={() => {}}
          selected="U100871"
          columns={[
            { ...user!, sort: (row) => row.user },
            { ...events!, sort: (row) => row.events },
          ]}
        />
      </State>
    );
  },
  TableView: () => {
    const { t } = useTranslation();
    const columns = useCountColumns();
    const { table } = usePagedOrder({ key: 'events', descending: true }, 50);
    return (
      <State name="empty">
        <TableView
          {...table}
          label={t('app.users')}
          columns={columns.map((column) => ({ ...column, sortable: true }))}
          rows={[]}
          rowKey={(row) => row.user}
          total={0}
        />
      </State>
    );
  },
  UsersTable: () => {
    const { t } = useTranslation();
    const format = useFormat();
    const { table } = usePagedOrder({ key: 'user', descending: false }, 3);
    const usersTable = (busy: boolean) => (
      <UsersTable
        {...table}
        label={t('users.table')}
        users={users}
        columns={measureColumns(t, format, measures)}
        load={async () => ({ users, columns: measureColumns(t, format, measures) })}
        total={30}
        busy={busy}
      />
    );
    return (
      <>
        <State name="filled">{usersTable(false)}</State>
        <State name="busy">{usersTable(true)}</State>
      </>
    );
  },
};
