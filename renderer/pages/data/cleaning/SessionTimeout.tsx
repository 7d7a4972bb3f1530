import { Chip, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../base/format.ts';
import { StepNumber } from './StepNumber.tsx';
import type { StepProps } from './step-props.ts';
import { withStep } from './with-step.ts';

const DEFAULT_MINUTES = 30;

/** Session timeout in minutes; after an examination, each suggested value shows the number of sessions it yields. */
export function SessionTimeout({ cleaning, onChange, suggestions: { sessions, sessionsFixed } }: StepProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const minutes = cleaning.sessions?.idleMinutes ?? DEFAULT_MINUTES;
  const choose = (idleMinutes: number) =>
    onChange(withStep(cleaning, 'sessions', idleMinutes === DEFAULT_MINUTES ? undefined : { idleMinutes }));
  return (
    <Stack gap="xs">
      <Text fw={500} size="sm" id="idle-time">
        {t('data.cleaning.sessions')}
      </Text>
      <Text size="xs" c="dimmed">
        {t(sessionsFixed ? 'data.cleaning.sessionsFixed' : 'data.cleaning.sessionsHelp')}
      </Text>
      {!sessionsFixed && (
        <Group gap="md" align="flex-end">
          {sessions.length > 0 && (
            <Chip.Group value={String(minutes)} onChange={(value) => choose(Number(value))}>
              <Group gap="xs" role="radiogroup" aria-labelledby="idle-time">
                {sessions.map((option) => (
                  <Chip key={option.idleMinutes} value={String(option.idleMinutes)} variant="light">
                    {t('data.cleaning.idle', { minutes: option.idleMinutes, sessions: format.number(option.sessions) })}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          )}
          <StepNumber
            label={t('data.cleaning.idleMinutes')}
            value={minutes}
            min={1}
            max={1440}
            onChange={(value) => value && choose(value)}
          />
        </Group>
      )}
    </Stack>
  );
}
