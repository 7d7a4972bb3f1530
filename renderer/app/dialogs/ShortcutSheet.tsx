import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ShortcutList } from '../../components/ShortcutList.tsx';

interface ShortcutSheetProps {
  opened: boolean;
  onClose: () => void;
}

/** Drawer over the page that lists all shortcuts. */
export default function ShortcutSheet({ opened, onClose }: ShortcutSheetProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      returnFocus={false}
      onClose={onClose}
      title={t('shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('terms.close') }}
    >
      <ShortcutList />
    </Modal>
  );
}
