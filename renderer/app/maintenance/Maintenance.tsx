import { Divider, Modal, Skeleton, Stack } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

// Loaded when the dialog is opened, because it is rarely used.
const CheckPanel = lazy(async () => ({ default: (await import('./CheckPanel.tsx')).CheckPanel }));
const BackupList = lazy(async () => ({ default: (await import('./BackupList.tsx')).BackupList }));

interface MaintenanceProps {
  opened: boolean;
  onClose: () => void;
}

/** Dialog that checks and repairs the open workspace, and makes and restores its backups. */
export function Maintenance({ opened, onClose }: MaintenanceProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('app.maintenance.title')}
      closeButtonProps={{ 'aria-label': t('terms.close') }}
    >
      <Suspense fallback={<Skeleton height={240} />}>
        <Stack>
          <CheckPanel />
          <Divider />
          <BackupList />
        </Stack>
      </Suspense>
    </Modal>
  );
}
