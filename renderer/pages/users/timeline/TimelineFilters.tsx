import { Group, Pill, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineFilter } from '../../../../shared/contract/profile.ts';
import { useFormat } from '../../../base/format.ts';
import { replaceRoute } from '../../../base/use-route.ts';
import { useWorkspace } from '../../../engine/use-workspace.ts';
import classes from './Timeline.module.css';

interface TimelineFiltersProps {
  user: string;
  filter: TimelineFilter;
}

const NAMES = ['category', 'brand', 'item'] as const;

/**
 * Fields of a timeline’s filter: action, text, and the interest from which a link led here. The filter is part of the
 * address.
 */
export function TimelineFilters({ user, filter }: TimelineFiltersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const actions = useWorkspace()?.actions;
  const [text, setText] = useState(filter.text ?? '');
  const show = (changed: TimelineFilter) => replaceRoute('users', user, { tab: 'timeline', ...changed });
  const without = (part: keyof TimelineFilter): TimelineFilter => {
    const { [part]: _, ...rest } = filter;
    return rest;
  };
  const search = useDebouncedCallback(
    (value: string) => show({ ...without('text'), ...(value !== '' && { text: value }) }),
    250,
  );
  return (
    <Group gap="sm" align="flex-end" className={classes.filters}>
      <Select
        label={t('users.filter.action')}
        placeholder={t('users.filter.any')}
        data={[...(actions?.keys() ?? [])].map((name) => ({ value: name, label: format.action(name) }))}
        value={filter.action ?? null}
        onChange={(action) => show({ ...without('action'), ...(action !== null && { action }) })}
        clearable
        w={180}
      />
      <TextInput
        label={t('users.filter.text')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
        maxLength={200}
        w={260}
      />
      {NAMES.map((part) => {
        const name = filter[part];
        return (
          name !== undefined && (
            <Pill
              key={part}
              size="md"
              withRemoveButton
              removeButtonProps={{
                'aria-label': t('users.filter.remove', { name }),
                tabIndex: 0,
                'aria-hidden': false,
              }}
              onRemove={() => show(without(part))}
            >
              {t('terms.traitOf', { of: t(`users.filter.${part}`), name })}
            </Pill>
          )
        );
      })}
    </Group>
  );
}
