import { Anchor, Group, Skeleton, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../shared/domain/rule.ts';
import { useFormat } from '../../base/format.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { type TableColumn, TableView } from '../../components/TableView.tsx';
import { CheckedUsers } from './table/CheckedUsers.tsx';
import { ColumnChoice } from './table/ColumnChoice.tsx';
import { checkColumn } from './table/check-column.tsx';
import { useColumns } from './table/use-columns.ts';
import { userColumns } from './table/user-columns.tsx';
import type { ClusterLooks } from './use-cluster-looks.ts';
import { PAGE_SIZE, type SelectedUsers } from './use-selected-users.ts';

interface UsersPanelProps {
  users: SelectedUsers;
  clusters: ClusterLooks;
  /** Names of the attributes of the workspace. */
  attributes: readonly string[];
  /** The user shown in the drawer; null for none. */
  openUser: string | null;
  /** Height of the panel in pixels. */
  height: number;
  onOpen: (user: string) => void;
  /** Selects the users that match a rule. */
  onSelect: (rule: Rule) => void;
}

/** Height of the pagination and of the tools above the table in pixels. */
const PAGES_HEIGHT = 46;
const TOOLS_HEIGHT = 34;

/** Table of the selected users with columns of choice. Users can be checked, to select or save them. */
export function UsersPanel({ users, clusters, attributes, openUser, height, onOpen, onSelect }: UsersPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = useColumns();
  const { members, error, size, busy, order, page, onOrder, onPage, checked, onCheck } = users;
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
  const columnsOf = (rows: typeof members) =>
    userColumns(t, format, { clusters, attributes, traits: users.traits, rows });
  const all = columnsOf(members);
  const load = async (offset: number, limit: number) => {
    const rows = await users.load(offset, limit);
    return { users: rows.users, columns: columnsOf(rows).filter(({ key }) => shown.isShown(key)) };
  };
  const pagesHeight = size > PAGE_SIZE ? PAGES_HEIGHT : 4;
  return (
    <>
      <Group gap="md" px="xs" pt={4} mih={TOOLS_HEIGHT}>
        <ColumnChoice columns={all} shown={shown} />
        {checked.size > 0 && <CheckedUsers users={checked} onSelect={onSelect} onClear={() => onCheck(null, false)} />}
      </Group>
      <TableView
        compact
        label={t('explore.usersTable')}
        columns={[
          checkColumn(t, members.users, checked, onCheck),
          nameColumn,
          ...all.filter(({ key }) => shown.isShown(key)),
        ]}
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
        maxHeight={Math.max(160, height - TOOLS_HEIGHT - pagesHeight)}
        selected={openUser}
        onRowClick={(row) => onOpen(members.users[row] ?? '')}
      />
    </>
  );
}
