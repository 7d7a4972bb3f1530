import { Anchor, Badge, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { useFormat } from '../../../base/format.ts';
import { hashOf } from '../../../base/route.ts';
import { itemTitle } from '../../../components/item-title.ts';

type Profile = Output<'text.profile'>;

/** A model's profile of a sentence: known words, expected categories and items, and nearest users. */
export function TextProfile({ profile }: { profile: Profile }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack gap="md" role="status">
      <Words words={profile.words} />
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xl">
        <ExpectedList title={t('users.describe.categories')} entries={profile.expected.categories} />
        <ExpectedList title={t('users.describe.items')} entries={profile.expected.items} />
        <Stack gap={6}>
          <Title order={3} fz="sm">
            {t('users.describe.nearest')}
          </Title>
          {profile.nearest.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('users.describe.noProfiles')}
            </Text>
          )}
          {profile.nearest.map(({ user, cosine }) => (
            <Group key={user} justify="space-between" wrap="nowrap">
              <Anchor size="sm" href={hashOf('users', user)}>
                {user}
              </Anchor>
              <Text size="sm" c="dimmed">
                {format.number(cosine, 2)}
              </Text>
            </Group>
          ))}
        </Stack>
      </SimpleGrid>
    </Stack>
  );
}

function Words({ words }: { words: Profile['words'] }) {
  const { t } = useTranslation();
  return (
    <Group gap={6}>
      <Text size="sm" fw={600}>
        {t('users.describe.words')}
      </Text>
      {words.map(({ word, known, names }) => {
        const meaning = known
          ? t('users.describe.known')
          : names.length > 0
            ? t('users.describe.named', {
                names: names
                  .map(({ name }) => name)
                  .slice(0, 3)
                  .join(', '),
              })
            : t('users.describe.unknown');
        return (
          <Badge
            key={word}
            variant={known || names.length > 0 ? 'light' : 'outline'}
            color={known || names.length > 0 ? 'teal' : 'gray'}
            tt="none"
            title={meaning}
          >
            {word} · {meaning}
          </Badge>
        );
      })}
    </Group>
  );
}

function ExpectedList({ title, entries: expected }: { title: string; entries: Profile['expected']['items'] }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const maxProbability = Math.max(1e-9, ...expected.map(({ probability }) => probability));
  return (
    <Stack gap={6}>
      <Title order={3} fz="sm">
        {title}
      </Title>
      {expected.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('users.describe.notPredicted')}
        </Text>
      )}
      {expected.map(({ name, title: entryTitle, titleEn, probability }) => (
        <div key={name}>
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <Text size="sm" truncate title={name}>
              {itemTitle(i18n.language, { item: name, title: entryTitle, titleEn })}
            </Text>
            <Text size="sm" fw={600} flex="none">
              {format.percent(probability)}
            </Text>
          </Group>
          <div
            aria-hidden
            style={{
              width: `${(100 * probability) / maxProbability}%`,
              minWidth: 3,
              height: 5,
              borderRadius: 3,
              background: 'var(--mantine-primary-color-filled)',
            }}
          />
        </div>
      ))}
    </Stack>
  );
}
