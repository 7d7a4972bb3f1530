import { Divider, Modal, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BackupList } from './BackupList.tsx';
import { CheckPanel } from './CheckPanel.tsx';

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
      <Stack>
        <CheckPanel />
        <Divider />
        <BackupList />
      </Stack>
    </Modal>
  );
}
