import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { Card } from '../../../components/Card.tsx';
import { InterestList } from './InterestList.tsx';

/** A user's interests in categories, brands and items. */
export function InterestsCard({ user, interests }: Pick<Output<'profile.user'>, 'user' | 'interests'>) {
  const { t } = useTranslation();
  const lists = [
    { kind: 'category', title: t('users.categories'), list: interests.categories },
    { kind: 'brand', title: t('users.brands'), list: interests.brands },
    { kind: 'item', title: t('users.items'), list: interests.items },
  ] as const;
  const known = lists.filter(({ list }) => list.length > 0);
  return (
    <Card title={t('users.interests')} note={t('users.interestsHelp')}>
      <Stack gap="sm">
        {known.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('users.noInterests')}
          </Text>
        )}
        {known.map(({ kind, title, list }) => (
          <InterestList key={kind} title={title} user={user} kind={kind} interests={list} />
        ))}
      </Stack>
    </Card>
  );
}
