import { Group, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BehaviourDraft } from './draft.ts';

interface DateFieldsProps {
  dates: Pick<BehaviourDraft, 'from' | 'to'>;
  onChange: (dates: Partial<Pick<BehaviourDraft, 'from' | 'to'>>) => void;
}

/** The first and the last day of a filter; either may be empty. */
export function DateFields({ dates: { from, to }, onChange }: DateFieldsProps) {
  const { t } = useTranslation();
  const isReversed = from !== '' && to !== '' && from > to;
  return (
    <>
      <Group gap={6} wrap="nowrap">
        <Text size="sm">{t('rules.fromDay')}</Text>
        <TextInput
          type="date"
          size="xs"
          w={140}
          aria-label={t('rules.firstDay')}
          value={from}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
          error={isReversed}
        />
      </Group>
      <Group gap={6} wrap="nowrap">
        <Text size="sm">{t('rules.toDay')}</Text>
        <TextInput
          type="date"
          size="xs"
          w={140}
          aria-label={t('rules.lastDay')}
          value={to}
          onChange={(event) => onChange({ to: event.currentTarget.value })}
          error={isReversed}
        />
      </Group>
    </>
  );
}
