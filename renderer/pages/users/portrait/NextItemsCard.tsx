import { Group, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { useFormat } from '../../../base/format.ts';
import { Card } from '../../../components/Card.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { itemTitle } from '../../../components/item-title.ts';
import { useJobQuery } from '../../../engine/use-job-query.ts';

/** Predicted next items or categories of a user, each with the event that supports it most. */
export function NextItemsCard({ user, run }: { user: string; run: string }) {
  const { t } = useTranslation();
  const { answer, error, retry } = useJobQuery('profile.next', { user, run });
  return (
    <Card title={t('users.nextItems.title')} note={t('users.nextItems.note', { run })}>
      {error !== null && <ErrorNotice error={error} onRetry={retry} />}
      {!answer && error === null && <Skeleton height={160} />}
      {answer?.expected.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('users.nextItems.none')}
        </Text>
      )}
      <Stack gap={4}>
        {answer?.expected.map((expected) => (
          <Expected key={expected.name} expected={expected} />
        ))}
      </Stack>
    </Card>
  );
}

function Expected({ expected }: { expected: Output<'profile.next'>['expected'][number] }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { name, title, titleEn, probability, because } = expected;
  return (
    <div>
      <Group gap="sm" justify="space-between" wrap="nowrap">
        <Text size="sm" truncate title={name}>
          {itemTitle(i18n.language, { item: name, title, titleEn })}
        </Text>
        <Text size="sm" fw={600} flex="none">
          {format.percent(probability)}
        </Text>
      </Group>
      {because && (
        <Text size="xs" c="dimmed" truncate>
          {t('users.nextItems.because', {
            action: format.action(because.event.action),
            name: itemTitle(i18n.language, because.event) ?? because.event.text ?? because.event.category ?? '',
            factor: format.number(because.factor, 1),
          })}
        </Text>
      )}
    </div>
  );
}
