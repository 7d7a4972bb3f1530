import { Alert, List } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutOfDate } from './out-of-date.ts';

/** Lists the results that do not match the current events; renders nothing if there are none. */
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
