import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { Card } from './Card.tsx';
import { InterestList } from './InterestList.tsx';

/** A user's interests in categories, brands and items. */
export function InterestsCard({ user, interests }: Pick<Output<'profile.user'>, 'user' | 'interests'>) {
  const { t } = useTranslation();
  const { categories, brands, items } = interests;
  return (
    <Card title={t('users.interests')} note={t('users.interestsHelp')}>
      <Stack gap="sm">
        <InterestList title={t('users.categories')} user={user} kind="category" interests={categories} />
        <InterestList title={t('users.brands')} user={user} kind="brand" interests={brands} />
        <InterestList title={t('users.items')} user={user} kind="item" interests={items} />
      </Stack>
    </Card>
  );
}
