import { Button, Group } from '@mantine/core';
import { IconDatabaseImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useSample } from './use-sample.ts';

/** An open workspace without events. */
export function EmptyData() {
  const { t } = useTranslation();
  const sample = useSample();
  return (
    <EmptyState icon={IconDatabaseImport} title={t('data.emptyTitle')} text={t('data.emptyText')}>
      <Group>
        <Button variant="default" loading={sample.busy} onClick={() => sample.start(false)}>
          {t('data.trySample')}
        </Button>
      </Group>
    </EmptyState>
  );
}
