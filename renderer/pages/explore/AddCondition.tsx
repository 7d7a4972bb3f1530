import { Button, Popover, Select, Stack } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../engine/use-call.ts';
import type { Conjunction } from '../../rules/conjunction.ts';
import { withSegment, withUser } from '../../rules/named-conditions.ts';

interface AddConditionProps {
  conditions: Conjunction;
  onChange: (conditions: Conjunction) => void;
  /** Opens the rule editor. */
  onEdit: () => void;
}

/**
 * Button that adds a condition to the selection: a user by name, a saved segment, or any other with the rule editor.
 */
export function AddCondition({ conditions, onChange, onEdit }: AddConditionProps) {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure(false);
  const choose = (next: Conjunction) => {
    onChange(next);
    close();
  };
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && close()}
      position="bottom-end"
      trapFocus
      withinPortal
      shadow="md"
    >
      <Popover.Target>
        <Button variant="default" size="sm" leftSection={<IconPlus size={15} aria-hidden />} onClick={toggle}>
          {t('explore.add')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown w={320} aria-label={t('explore.add')}>
        <Stack gap="sm">
          <UserSearch onChoose={(user) => choose(withUser(conditions, user))} />
          <SegmentChoice onChoose={(segment) => choose(withSegment(conditions, segment))} />
          <Button
            variant="subtle"
            justify="flex-start"
            leftSection={<IconPencil size={15} aria-hidden />}
            onClick={() => {
              close();
              onEdit();
            }}
          >
            {t('explore.edit')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

const MAX_SUGGESTED = 20;

function UserSearch({ onChoose }: { onChoose: (user: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text, 200);
  const { data, isPlaceholderData } = useCall(
    'profile.users',
    { search, order: 'user', descending: false, limit: MAX_SUGGESTED },
    { keepPrevious: true },
  );
  return (
    <Select
      data-autofocus
      openOnFocus={false}
      label={t('explore.findUser')}
      placeholder={t('users.searchPlaceholder')}
      data={data?.users ?? []}
      searchable
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage={isPlaceholderData ? t('terms.loading') : t('users.nobodyTitle')}
      value={null}
      onChange={(user) => user !== null && onChoose(user)}
      comboboxProps={{ withinPortal: false }}
    />
  );
}

function SegmentChoice({ onChoose }: { onChoose: (segment: string) => void }) {
  const { t } = useTranslation();
  const names = useCall('segment.list', {}).data?.segments.map(({ name }) => name) ?? [];
  return (
    <Select
      openOnFocus={false}
      label={t('explore.savedSegment')}
      placeholder={t('explore.chooseSegment')}
      data={names}
      disabled={names.length === 0}
      searchable
      value={null}
      onChange={(segment) => segment !== null && onChoose(segment)}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
