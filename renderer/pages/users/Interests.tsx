import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useFormat } from '../../base/format.ts';
import { itemTitle } from '../../components/item-title.ts';

interface InterestsProps {
  title: string;
  interests: Output<'profile.user'>['interests']['items'];
}

/** Bar chart of a user's interests of one kind, in descending order of lift. */
export function Interests({ title: heading, interests }: InterestsProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const maxLift = Math.max(1, ...interests.map(({ lift }) => lift));
  return (
    <Stack gap="sm">
      <Title order={3} fz="sm">
        {heading}
      </Title>
      {interests.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('users.noInterests')}
        </Text>
      )}
      {interests.map(({ name, title, titleEn, events, lift }) => (
        <div key={name}>
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <Text size="sm" truncate title={name}>
              {itemTitle(i18n.language, { item: name, title, titleEn })}
            </Text>
            <Text size="sm" fw={600} flex="none">
              {t('terms.times', { value: format.number(lift, 1) })}
            </Text>
          </Group>
          <div
            aria-hidden
            style={{
              width: `${(100 * lift) / maxLift}%`,
              minWidth: 3,
              height: 6,
              borderRadius: 3,
              background: 'var(--mantine-primary-color-filled)',
            }}
          />
          <Text size="xs" c="dimmed">
            {t('users.events', { count: events })}
          </Text>
        </div>
      ))}
    </Stack>
  );
}
