import { Alert, List } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutOfDate } from './out-of-date.ts';

/** What no longer matches the events; nothing if all does. */
export function OutOfDateList({ results }: { results: readonly OutOfDate[] }) {
  const { t } = useTranslation();
  if (results.length === 0) return null;
  return (
    <Alert color="orange" icon={<IconHistory />} title={t('home.outOfDate.title')}>
      <List size="sm">
        {results.map(({ kind, count }) => (
          <List.Item key={kind}>{t(`home.outOfDate.${kind}`, { count })}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
