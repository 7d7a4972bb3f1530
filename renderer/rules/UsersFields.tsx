import { TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_NAMED_USERS } from '../../shared/domain/rule.ts';
import { useCall } from '../engine/use-call.ts';
import type { UsersDraft } from './draft.ts';

interface UsersFieldsProps {
  condition: UsersDraft;
  onChange: (condition: UsersDraft) => void;
}

/** Maximum number of suggested names. */
const MAX_SUGGESTED = 20;
/** Separators of names in a pasted list. */
const SEPARATORS = [',', '，', '\n', '\t'];

/** Field of a condition on users by name. Names are searched, typed, or pasted as a list. */
export function UsersFields({ condition, onChange }: UsersFieldsProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text, 200);
  const { data } = useCall(
    'profile.users',
    { search, order: 'user', descending: false, limit: MAX_SUGGESTED },
    { keepPrevious: true },
  );
  return (
    <TagsInput
      size="xs"
      miw={260}
      maw={520}
      aria-label={t('rules.users')}
      placeholder={t('rules.usersPlaceholder')}
      data={data?.users ?? []}
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={setText}
      splitChars={SEPARATORS}
      maxTags={MAX_NAMED_USERS}
      value={[...condition.users]}
      onChange={(users) => onChange({ ...condition, users })}
      error={condition.users.length === 0}
      styles={{ pillsList: { maxHeight: 120, overflowY: 'auto' } }}
    />
  );
}
