import { Modal, Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditRuleFormProps } from './EditRuleForm.tsx';

// Loaded when the dialog is opened, because most rules are made with the facets and the map.
const EditRuleForm = lazy(async () => ({ default: (await import('./EditRuleForm.tsx')).EditRuleForm }));

interface EditRuleProps extends EditRuleFormProps {
  opened: boolean;
}

/** Dialog with a rule editor for the selection. */
export function EditRule({ opened, onClose, ...rest }: EditRuleProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="xl"
      title={t('explore.editTitle')}
      closeButtonProps={{ 'aria-label': t('terms.close') }}
    >
      <Suspense fallback={<Skeleton height={320} />}>
        <EditRuleForm {...rest} onClose={onClose} />
      </Suspense>
    </Modal>
  );
}
