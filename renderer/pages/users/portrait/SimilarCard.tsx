import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SimilarUser } from '../../../../shared/contract/portrait.ts';
import { useFormat } from '../../../base/format.ts';
import { hashOf } from '../../../base/route.ts';
import { Card } from '../../../components/Card.tsx';
import { itemTitle } from '../../../components/item-title.ts';

/** Users with the most similar vectors, with shared interests. */
export function SimilarCard({ nearest }: { nearest: readonly SimilarUser[] }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('users.nearest')} note={t(nearest.length > 0 ? 'users.nearestHelp' : 'users.nearestNone')}>
      <Stack gap={4}>
        {nearest.map(({ user, cosine, shared }) => (
          <div key={user}>
            <Group gap={6} justify="space-between" wrap="nowrap">
              <Anchor size="sm" truncate href={hashOf('users', user)}>
                {user}
              </Anchor>
              <Text size="sm" c="dimmed" flex="none">
                {format.number(cosine, 2)}
              </Text>
            </Group>
            {shared.length > 0 && (
              <Text size="xs" c="dimmed" truncate>
                {t('users.shared', {
                  names: shared
                    .map(({ name, title, titleEn }) => itemTitle(i18n.language, { item: name, title, titleEn }))
                    .join(t('users.comma')),
                })}
              </Text>
            )}
          </div>
        ))}
      </Stack>
    </Card>
  );
}
