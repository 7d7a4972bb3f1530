import { Button, Group } from '@mantine/core';
import { IconMoodSad } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CopyDiagnostics } from '../components/CopyDiagnostics.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { usePageTitle } from '../components/use-page-title.ts';

export function PageFailed() {
  const { t } = useTranslation();
  usePageTitle(t('app.pageFailed'));
  return (
    <EmptyState icon={IconMoodSad} order={1} title={t('app.pageFailed')} text={t('terms.unexpectedHint')}>
      <Group justify="center">
        <Button size="xs" onClick={() => location.reload()}>
          {t('app.reload')}
        </Button>
        <CopyDiagnostics />
      </Group>
    </EmptyState>
  );
}
