import { Button } from '@mantine/core';
import { IconMoodSad } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/EmptyState.tsx';

export function PageFailed() {
  const { t } = useTranslation();
  return (
    <EmptyState icon={IconMoodSad} order={1} title={t('app.pageFailed')} text={t('terms.unexpectedHint')}>
      <Button onClick={() => location.reload()}>{t('app.reload')}</Button>
    </EmptyState>
  );
}
