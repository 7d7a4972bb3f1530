import { Group, Skeleton, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import type { Route } from '../../base/route.ts';
import { replaceRoute } from '../../base/use-route.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useCall } from '../../engine/use-call.ts';
import { UserListTable } from './UserListTable.tsx';
import { PAGE_SIZE, readUsersQuery, type UsersQuery, usersInput, writeUsersQuery } from './users-query.ts';

/** Table of all users with search, sorting and pagination. */
export function UserList({ workspace, route }: { workspace: WorkspaceInfo; route: Route }) {
  const { t } = useTranslation();
  const query = readUsersQuery(route.query);
  const [search, setSearch] = useState(query.search);
  const change = (changes: Partial<UsersQuery>) =>
    replaceRoute('users', null, writeUsersQuery({ ...query, ...changes }));
  const searchDebounced = useDebouncedCallback((text: string) => change({ search: text, page: 1 }), 250);
  const { data, error, isPlaceholderData } = useCall(
    'profile.users',
    { ...usersInput(query), offset: (query.page - 1) * PAGE_SIZE, limit: PAGE_SIZE },
    { keepPrevious: true },
  );
  const busy = isPlaceholderData || search !== query.search;
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
        <UserListTable
          data={data}
          query={query}
          busy={busy}
          hasAttributes={workspace.attributes.length > 0}
          onChange={change}
        />
      )}
    </>
  );
}
